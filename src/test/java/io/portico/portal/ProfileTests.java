package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.portal.PortalVisitor.Page;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ProfileTests extends PortalTest {
    @Test
    void keepsWhatTheContactTyped() {
        PortalVisitor visitor = signedIn(kim);
        Page saved = save(visitor, " Minji ", "Kim", "010-1234-5678", "", "Europe/Berlin");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(visitor.get("/profile").body()).contains("Your profile was saved.");
        assertThat(visitor.get("/profile").body()).doesNotContain("Your profile was saved.");
        Contact now = contacts.get(acme.id(), kim.id());
        assertThat(now.name().full()).isEqualTo("Minji Kim");
        assertThat(now.phone()).contains("010-1234-5678");
        assertThat(now.language()).isEmpty();
        assertThat(now.timeZone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(now.email()).isEqualTo(kim.email());
        assertThat(facts(kim, "contact.updated")).isOne();
    }

    @Test
    void speaksTheChosenLanguageAtOnce() {
        PortalVisitor visitor = signedIn(kim);
        save(visitor, "민지", "김", "", "ko", "");

        assertThat(visitor.get("/profile").body()).contains("프로필을 저장했습니다.").contains("<html lang=\"ko\">");
        assertThat(visitor.get("/").body()).contains("민지 님, 반갑습니다.");
    }

    @Test
    void showsAgainWhatItCannotKeepAndLosesNothing() {
        PortalVisitor visitor = signedIn(kim);
        Page page = save(visitor, "x".repeat(101), "La\u0000st", "call me", "xx", "Nowhere/City");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("At most 100 characters.")
                .contains("This has a character that cannot be kept.")
                .contains("Type a phone number")
                .contains("Choose one from the list.")
                .contains("value=\"call me\"")
                .contains("x".repeat(101));
        assertThat(contacts.get(acme.id(), kim.id())).isEqualTo(contactAsIs());
    }

    private Contact contactAsIs() {
        Contact now = contacts.get(acme.id(), kim.id());
        assertThat(now.name()).isEqualTo(kim.name());
        assertThat(now.phone()).isEqualTo(kim.phone());
        return now;
    }

    @Test
    void cannotChangeTheAddress() {
        PortalVisitor visitor = signedIn(kim);
        visitor.post("/profile", "firstName", "Kim", "email", "thief@example.com", "tags", "vip");

        Contact now = contacts.get(acme.id(), kim.id());
        assertThat(now.email()).isEqualTo(kim.email());
        assertThat(now.tags()).isEmpty();
        assertThat(visitor.get("/profile").body()).contains(address(kim)).contains("Not confirmed yet.");
    }

    @Test
    void keepsTheLanguageChosenAtTheFootOfAnyPage() {
        PortalVisitor visitor = signedIn(kim);
        Page page = visitor.post("/language", "language", "ko", "back", "/profile");

        assertThat(page.location()).isEqualTo("/profile");
        assertThat(contacts.get(acme.id(), kim.id()).language()).contains(Language.KO);
    }

    @Test
    void remembersAStrangersLanguageInTheBrowser() {
        PortalVisitor visitor = aVisitor();
        visitor.post("/language", "language", "ko", "back", "/sign-in");

        assertThat(visitor.get("/sign-in").body()).contains("링크 받기");
        assertThat(aVisitor().get("/sign-in").body()).contains("E-mail me a link");
    }

    @Test
    void keepsWhereASignInLeadsWhenTheLanguageChanges() {
        PortalVisitor visitor = aVisitor();

        assertThat(visitor.get("/sign-in?to=%2Fprofile").body())
                .contains("name=\"back\" value=\"/sign-in?to=%2Fprofile\"");
        assertThat(visitor.post("/language", "language", "ko", "back", "/sign-in?to=%2Fprofile")
                        .location())
                .isEqualTo("/sign-in?to=%2Fprofile");
    }

    @Test
    void leadsNowhereElseAfterChangingTheLanguage() {
        assertThat(aVisitor()
                        .post("/language", "language", "ko", "back", "//evil.example")
                        .location())
                .isEqualTo("/");
        assertThat(aVisitor().post("/language", "language", "xx").location()).isEqualTo("/");
    }

    @Test
    void takesNoFormFromElsewhere() {
        PortalVisitor visitor = signedIn(kim);

        assertThat(visitor.postForged("/profile", "firstName", "Thief").status())
                .isEqualTo(403);
        assertThat(contacts.get(acme.id(), kim.id()).name()).isEqualTo(kim.name());
    }

    @Test
    void greetsWithWhateverNameThereIs() {
        Contact nameless = aContact().nameless().in(acme);
        Contact lastOnly = aContact().named("", "Lee").in(acme);

        assertThat(signedIn(kim).get("/").body())
                .contains("Good to see you, Kim.")
                .contains("Nothing here yet")
                .contains(acme.name() + " shares with you will be on this page.");
        assertThat(signedIn(nameless).get("/").body()).contains("Good to see you.");
        assertThat(signedIn(lastOnly).get("/").body()).contains("Good to see you, Lee.");
    }

    private static Page save(
            PortalVisitor visitor, String first, String last, String phone, String language, String timeZone) {
        return visitor.post(
                "/profile",
                "firstName",
                first,
                "lastName",
                last,
                "phone",
                phone,
                "language",
                language,
                "timeZone",
                timeZone);
    }
}
