package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.access.Code;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.portal.PortalVisitor.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTests extends PortalTest {
    @Autowired
    private Suppressions suppressions;

    @Test
    void greetsInTheBusinesssNameAndNobodyElses() {
        Page page = aVisitor().get("/sign-in");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Sign in to " + acme.name()).doesNotContain("Portico");
    }

    @Test
    void answersAlikeForKnownUnknownDisabledAndSuppressedAddresses() {
        aContact().at("known.1@example.com").in(acme);
        Contact disabled = aContact().at("barred1@example.com").in(acme);
        membership.disable(acme.id(), disabled.id(), PORTICO);
        aContact().at("bounced@example.com").in(acme);
        suppress("bounced@example.com");

        List<String> answers =
                List.of("known.1@example.com", "nobody1@example.com", "barred1@example.com", "bounced@example.com")
                        .stream()
                        .map(address -> aVisitor()
                                .post("/sign-in", "email", address)
                                .comparable()
                                .replace(address, "…"))
                        .distinct()
                        .toList();

        assertThat(answers).singleElement().asString().startsWith("200").contains("Check your inbox");
    }

    private void suppress(String address) {
        suppressions.add(acme.id(), EmailAddress.of(address), SuppressionReason.COMPLAINED, "", PORTICO);
    }

    @Test
    void mailsALinkThatSignsIn() {
        PortalVisitor visitor = aVisitor();
        visitor.post("/sign-in", "email", " " + address(kim) + " ", "to", "/profile");
        String link = mailedLink(kim);

        assertThat(link).startsWith(installation.portal(acme.slug().value()) + "/in/");
        Page pressed = visitor.post(link.substring(link.indexOf("/in/")));
        assertThat(pressed.location()).isEqualTo("/profile");
        assertThat(contacts.get(acme.id(), kim.id()).emailVerified()).isTrue();
    }

    @Test
    void mailsALinkToTheCanonicalAddressWhateverTheRequestClaims() {
        PortalVisitor visitor = aVisitor();
        visitor.get(
                "/sign-in",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "host=evil.example");
        visitor.post("/sign-in", "email", address(kim));

        assertThat(mailedLink(kim)).startsWith(installation.portal(acme.slug().value()) + "/in/");
    }

    private String mailedLink(Contact contact) {
        var link = Pattern.compile("http://[^\\s\"<]+/in/[A-Za-z0-9_-]{43}");
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> letters(contact).stream()
                                .flatMap(letter -> link.matcher(letter).results())
                                .map(found -> found.group())
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private List<String> letters(Contact contact) {
        return tenancy
                .in(
                        acme.id(),
                        () -> jdbc.sql("select source from mailbox_mail where recipient = ?")
                                .param(address(contact))
                                .query(String.class)
                                .list())
                .stream()
                .map(source -> source.replace("=\r\n", "").replace("=3D", "="))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kim", "kim@", "kim@localhost", "a@b.com, c@d.com", "kim@example.com\r\nBcc: x@y.com"})
    void asksAgainForWhatIsNoAddressAndLosesNothing(String typed) {
        Page page = aVisitor().post("/sign-in", "email", typed, "to", "/profile");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Type an e-mail address").contains("name=\"to\" value=\"/profile\"");
        assertThat(ordered()).isEmpty();
        if (typed.equals("kim@localhost")) {
            assertThat(page.body()).contains("value=\"kim@localhost\"");
        }
    }

    @Test
    void signsInWithACodeHoweverItIsTyped() {
        String code = aMailedCode(kim).reveal();
        String typed = code.substring(0, 3) + " – " + code.substring(3);
        PortalVisitor visitor = aVisitor();
        Page page = visitor.post("/sign-in/code", "email", address(kim), "code", typed, "sent", "true");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("Good to see you, Kim.");
    }

    @Test
    void goesWhereTheCodeFormWasToLead() {
        Page page = aVisitor()
                .post(
                        "/sign-in/code",
                        "email",
                        address(kim),
                        "code",
                        aMailedCode(kim).reveal(),
                        "to",
                        "/profile");

        assertThat(page.location()).isEqualTo("/profile");
    }

    @Test
    void refusesEveryWrongCodeInTheSameWords() {
        Code right = aMailedCode(kim);
        String wrong = right.reveal().equals("000000") ? "000001" : "000000";
        Contact other = aContact().in(acme);

        Page guessed = typed(address(kim), wrong);
        assertThat(guessed.status()).isEqualTo(422);
        assertThat(guessed.body()).contains("This code is wrong or too old.");
        assertThat(typed("nobody@example.com", right.reveal()).body()).contains("This code is wrong or too old.");
        assertThat(typed(address(kim), "12").body()).contains("This code is wrong or too old.");
        assertThat(comparable(address(kim), wrong))
                .isEqualTo(comparable("nobody@example.com", wrong))
                .isEqualTo(comparable(address(other), wrong));
    }

    private String comparable(String address, String code) {
        return typed(address, code).comparable().replace(address, "…").replaceAll("content-length=\\[\\d+]", "");
    }

    private Page typed(String address, String code) {
        return aVisitor().post("/sign-in/code", "email", address, "code", code, "sent", "true");
    }

    @Test
    void asksForTheAddressWhenTheCodePageIsOpenedByItself() {
        PortalVisitor visitor = aVisitor();
        assertThat(visitor.get("/sign-in/code?to=/profile").body())
                .contains("id=\"email\"")
                .contains("inputmode=\"numeric\"")
                .contains("autocomplete=\"one-time-code\"")
                .contains("name=\"to\" value=\"/profile\"");

        Page page = visitor.post("/sign-in/code", "email", "nope", "code", "123456", "sent", "true");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"email\"").contains("value=\"nope\"");
    }

    @Test
    void sendsStrangersToTheSignInPageAndRemembersTheirWay() {
        assertThat(aVisitor().get("/").location()).isEqualTo("/sign-in");
        assertThat(aVisitor().get("/profile").location()).isEqualTo("/sign-in?to=%2Fprofile");
        assertThat(aVisitor().get("/sign-in?to=%2Fprofile").body()).contains("name=\"to\" value=\"/profile\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "/%2fevil.example",
                "javascript:alert(1)",
                "/a/../..//evil.example"
            })
    void leadsHomeInsteadOfToAnotherSite(String to) {
        PortalVisitor visitor = signedIn(kim);
        Page page =
                visitor.get("/sign-in?to=" + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));

        assertThat(page.location()).isEqualTo("/");
        assertThat(aVisitor()
                        .post(
                                "/sign-in/code",
                                "email",
                                address(kim),
                                "code",
                                aMailedCode(kim).reveal(),
                                "to",
                                to)
                        .location())
                .isEqualTo("/");
    }

    @Test
    void takesNoFormFromElsewhere() {
        assertThat(aVisitor().postForged("/sign-in", "email", address(kim)).status())
                .isEqualTo(403);
        assertThat(aVisitor()
                        .postForged(
                                "/sign-in/code",
                                "email",
                                address(kim),
                                "code",
                                aMailedCode(kim).reveal())
                        .status())
                .isEqualTo(403);
        assertThat(ordered()).isEmpty();
    }
}
