package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.Visitor;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.OperatorSessions;
import io.portico.console.people.ConsoleClient.Page;
import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.contacts.Selection;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PeoplePagesTests extends PorticoTest {
    @Autowired
    private OperatorSessions sessions;

    @Autowired
    private People people;

    @Autowired
    private MagicLinks links;

    private Workspace acme;
    private ConsoleClient owner;

    @BeforeEach
    void signIn() {
        acme = aWorkspace();
        owner = new ConsoleClient(
                installation.consoleUrl(), sessions, ownerOf(acme).id());
    }

    @Test
    void saysWhatToDoWhenThereIsNobodyYetAndWhenNobodyMatches() {
        assertThat(owner.get(at("")).text()).contains("No contacts yet", at("/import"), at("/new"));

        aContact().named("Minji", "Kim").in(acme);
        assertThat(owner.get(at("?q=zzz")).text()).contains("Nobody matches").doesNotContain("No contacts yet");
    }

    @Test
    void listsWhoMatchesTheAddress() {
        aContact().named("Minji", "Kim").at("minji@example.com").tagged("vip").in(acme);
        aContact().named("Jordan", "Lee").joined().in(acme);

        assertThat(owner.get(at("?q=minji")).text()).contains("Minji Kim", "minji@example.com", "vip", "1 contact<");
        assertThat(owner.get(at("?group=ever-joined")).text())
                .contains("Jordan Lee")
                .doesNotContain("Minji Kim");
        assertThat(owner.get(at("?tag=vip")).text()).contains("Minji Kim").doesNotContain("Jordan Lee");
        assertThat(owner.get(at("?group=nonsense&sort=%27%3B--&dir=x&at=%00%C3%BF"))
                        .text())
                .contains("Minji Kim", "Jordan Lee");
    }

    @Test
    void refusesAnAddressThatIsNoText() {
        assertThat(owner.get(at("?q=%FF")).status()).isEqualTo(400);
    }

    @Test
    void writesNoNameAsMarkup() {
        aContact().named("<script>alert(1)</script>", "\"'>").tagged("<b>x</b>").in(acme);

        assertThat(owner.get(at("?q=%22%3E%3Cscript%3E")).text())
                .doesNotContain("<script>alert", "<b>x")
                .contains("Nobody matches");
        assertThat(owner.get(at("")).text())
                .doesNotContain("<script>alert", "<b>x")
                .contains("&lt;script>alert(1)&lt;/script>");
    }

    @Test
    void leadsThroughThePages() {
        IntStream.range(100, 160).forEach(n -> aContact().named("Name " + n, "").in(acme));
        Page first = owner.get(at("?sort=name"));
        assertThat(first.text()).contains("Name 100", "60 contacts").doesNotContain("Name 159");

        Page second = owner.get(hrefOf(first, "next"));
        assertThat(second.text()).contains("Name 159").doesNotContain("Name 100", "rel=\"next\"");
        assertThat(owner.get(hrefOf(second, "prev")).text()).contains("Name 100");
    }

    @Test
    void selectsAllThatMatchBeyondThePage() {
        IntStream.range(100, 160).forEach(n -> aContact().named("Name " + n, "").in(acme));
        Page list = owner.get(at("?q=name"));
        assertThat(list.text()).contains(at("?q=name&amp;all=true"));
        Page all = owner.get(at("?q=name&all=true"));
        assertThat(all.text()).contains("All that match are selected: 60 contacts", "name=\"all\" value=\"true\"");

        Page sent = owner.post(
                at("/selected/invite"),
                "all",
                "true",
                "q",
                "name",
                "id",
                aContact().in(acme).id().toString());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/w/" + acme.slug() + "/invite?all=true&q=name");
    }

    @Test
    void sendsASelectionOnToTheActions() {
        String minji = aContact().in(acme).id().toString();
        String jordan = aContact().in(acme).id().toString();
        owner.get(at(""));

        assertThat(owner.post(at("/selected/login-emails"), "id", minji, "id", jordan)
                        .location())
                .isEqualTo("/w/%s/login-emails?id=%s&id=%s".formatted(acme.slug(), minji, jordan));
        assertThat(owner.post(at("/selected/magic-link"), "id", minji).location())
                .isEqualTo("/w/%s/magic-link?contact=%s".formatted(acme.slug(), minji));
        assertThat(owner.follow(owner.post(at("/selected/magic-link"), "id", minji, "id", jordan))
                        .text())
                .contains("Select exactly one");
        assertThat(owner.follow(owner.post(at("/selected/invite"), "q", "x y")).text())
                .contains("Nobody was selected");
    }

    @Test
    void tagsTheSelectionAndTakesTagsOff() {
        Contact minji = aContact().named("Minji", "").in(acme);
        Contact jordan = aContact().named("Jordan", "").tagged("vip").in(acme);
        Contact stranger = aContact().in(aWorkspace());
        owner.get(at(""));

        Page tagged = owner.follow(owner.post(
                at("/selected/tag"),
                "newTag",
                " vip ",
                "id",
                minji.id().toString(),
                "id",
                jordan.id().toString(),
                "id",
                stranger.id().toString()));
        assertThat(tagged.text()).contains("Tagged 1 contact \"vip\"");
        assertThat(contacts.get(acme.id(), minji.id()).tags()).containsExactly("vip");
        assertThat(factsAbout(acme.id(), minji)).containsExactly("contact.tagged", "contact.created");
        assertThat(factsAbout(acme.id(), jordan)).containsExactly("contact.created");

        owner.post(at("/selected/untag"), "newTag", "vip", "all", "true");
        assertThat(people.tags(acme.id())).isEmpty();
        assertThat(owner.follow(owner.post(at("/selected/tag"), "newTag", "a, b", "all", "true"))
                        .text())
                .contains("Type one tag");
    }

    @Test
    void createsAContact() {
        owner.get(at("/new"));
        Page created = owner.post(
                at(""),
                "firstName",
                "민지",
                "lastName",
                "김",
                "email",
                "Minji.Kim@Example.com ",
                "phone",
                "+82 10-1234-5678",
                "language",
                "ko",
                "timeZone",
                "Asia/Seoul",
                "tags",
                "vip, Retreat, VIP");

        assertThat(owner.follow(created).text()).contains("김민지", "Added 김민지.", "Minji.Kim@example.com", "Dana");
        Contact minji = only();
        assertThat(minji.email()).contains(EmailAddress.of("Minji.Kim@example.com"));
        assertThat(minji.language()).contains(Language.KO);
        assertThat(minji.tags()).containsExactly("vip", "Retreat");
        assertThat(minji.source()).isEqualTo("console");
    }

    @Test
    void showsAFormAgainWithAllThatWasTypedAndWhatIsWrong() {
        owner.get(at("/new"));
        Page again = owner.post(
                at(""),
                "firstName",
                "Minji",
                "lastName",
                "x".repeat(101),
                "email",
                "minji(at)example",
                "phone",
                "call me",
                "timeZone",
                "Mars/Base",
                "tags",
                "vip",
                "language",
                "xx");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .contains("value=\"Minji\"", "minji(at)example", "call me", "value=\"vip\"", "x".repeat(101))
                .contains("A name has at most 100 characters", "parentheses", "This is no phone number")
                .contains("aria-invalid=\"true\"", "id=\"email-error\"");
        assertThat(owner.post(at(""), "tags", "vip").text())
                .contains("Enter a name, an e-mail address or a phone number");
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isZero();
    }

    @Test
    void leadsToWhoHasTheAddressAlready() {
        Contact minji = aContact().named("Minji", "Kim").at("minji@example.com").in(acme);
        Contact jordan = aContact().named("Jordan", "Lee").in(acme);
        owner.get(at("/new"));

        Page again = owner.post(at(""), "firstName", "Other", "email", "MINJI@example.com");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .contains("Minji Kim has this address already", at("/" + minji.id()), "value=\"Other\"");
        Page edit = owner.post(at("/" + jordan.id()), "firstName", "Jordan", "email", "minji@example.com");
        assertThat(edit.status()).isEqualTo(422);
        assertThat(edit.text()).contains("Minji Kim has this address already");
        assertThat(contacts.get(acme.id(), jordan.id())).isEqualTo(jordan);
    }

    @Test
    void editsAContactAndKillsLinksWhenTheAddressChanges() {
        Contact minji = aContact()
                .named("Minji", "Kim")
                .at("minji@example.com")
                .tagged("a, b", "c")
                .in(acme);
        links.make(acme.id(), aLinkFor(minji), PORTICO);
        Page form = owner.get(at("/" + minji.id() + "/edit"));
        assertThat(form.text()).contains("value=\"Minji\"", "value=\"minji@example.com\"", "&#34;a, b&#34;, c");

        owner.post(at("/" + minji.id()), "firstName", "Minji", "lastName", "Kim", "email", "new@example.com");

        assertThat(links.live(acme.id(), minji.id())).isEmpty();
        assertThat(contacts.get(acme.id(), minji.id()).email()).contains(EmailAddress.of("new@example.com"));
        assertThat(factsAbout(acme.id(), minji)).contains("contact.updated", "magic_link.revoked");
    }

    @Test
    void showsAContactWithWhatLetsThemIn() {
        Contact minji = aContact().named("Minji", "Kim").tagged("vip").in(acme);
        links.make(acme.id(), aLinkFor(minji), by(ownerOf(acme).id()));

        Page page = owner.get(at("/" + minji.id()));
        assertThat(page.text())
                .contains("Minji Kim", "Not invited", "Not signed in anywhere", "vip", "Dana")
                .contains("/magic-link?contact=" + minji.id(), "/invite?id=" + minji.id());

        var link = links.live(acme.id(), minji.id()).getFirst();
        Page revoked = owner.post(at("/" + minji.id() + "/links/" + link.id() + "/revoke"));
        assertThat(owner.follow(revoked).text())
                .contains("Revoked a link of Minji Kim.", "No link would let this contact in");
    }

    @Test
    void tellsWhatBecameOfEachLink() {
        Contact minji = aContact().named("Minji", "Kim").in(acme);
        var browser = new Visitor(installation.port(), acme.slug() + ".localhost");
        String used = links.make(acme.id(), aLinkFor(minji), by(ownerOf(acme).id()))
                .url()
                .getPath();
        browser.get(used);
        browser.post(used);
        links.make(acme.id(), aLinkFor(minji), by(ownerOf(acme).id()));
        var seen = links.make(acme.id(), aLinkFor(minji), PORTICO);
        new Visitor(installation.port(), acme.slug() + ".localhost")
                .get(seen.url().getPath());

        String page = owner.get(at("/" + minji.id())).text();
        assertThat(page)
                .contains("made by Dana", "not opened yet", "opened just now · Unknown device · 127.0.0.1")
                .contains("1 link that no longer works", "used just now · Unknown device · 127.0.0.1")
                .contains("Revoke all");
        assertThat(owner.follow(owner.post(at("/" + minji.id() + "/links/revoke")))
                        .text())
                .contains("Revoked all links of Minji Kim.", "No link would let this contact in")
                .contains("3 links that no longer work", "revoked just now")
                .doesNotContain("Revoke all");
        assertThat(links.live(acme.id(), minji.id())).isEmpty();
        assertThat(factsAbout(acme.id(), minji)).startsWith("magic_link.revoked");
    }

    @Test
    void disablesAndEnablesAContact() {
        Contact minji = aContact().named("Minji", "Kim").joined().in(acme);
        links.make(acme.id(), aLinkFor(minji), PORTICO);
        owner.get(at("/" + minji.id()));

        assertThat(owner.follow(owner.post(at("/" + minji.id() + "/disable"))).text())
                .contains("Disabled Minji Kim.", "cannot come in")
                .doesNotContain("/magic-link?contact=");
        assertThat(links.live(acme.id(), minji.id())).isEmpty();
        assertThat(owner.follow(owner.post(at("/" + minji.id() + "/enable"))).text())
                .contains("Enabled Minji Kim.");
    }

    @Test
    void deletesAContactOnlyWhenTheAddressOrNameWasTyped() {
        Contact minji = aContact().named("Minji", "Kim").at("minji@example.com").in(acme);
        String path = at("/" + minji.id() + "/delete");
        assertThat(owner.get(path).text()).contains("data-confirms=\"minji@example.com\"");

        Page refused = owner.post(path, "confirmation", "Minji");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Nothing was deleted", "value=\"Minji\"");
        assertThat(owner.follow(owner.post(path, "confirmation", " Minji@Example.com"))
                        .text())
                .contains("Deleted Minji Kim.");
        assertThat(contacts.find(acme.id(), minji.id())).isEmpty();
        assertThat(factsAbout(acme.id(), minji)).startsWith("contact.deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/delete"})
    void findsNothingThatIsAnotherWorkspaces(String below) {
        Contact stranger = aContact().named("Stranger", "").in(aWorkspace());

        Page answer = owner.get(at("/" + stranger.id() + below));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("Stranger");
        assertThat(owner.get(at("/not-an-id" + below)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/disable",
                "/enable",
                "/delete",
                "/sessions/end",
                "/sessions/01900000-0000-7000-8000-000000000000/end",
                "/links/01900000-0000-7000-8000-000000000000/revoke"
            })
    void changesNothingThatIsAnotherWorkspaces(String below) {
        Workspace other = aWorkspace();
        Contact stranger =
                aContact().named("Stranger", "").at("stranger@example.com").in(other);
        owner.get(at(""));

        Page answer = owner.post(
                at("/" + stranger.id() + below), "confirmation", "stranger@example.com", "firstName", "Mine");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(contacts.get(other.id(), stranger.id())).isEqualTo(stranger);
    }

    @Test
    void doesNothingWithoutTheTokenOfThePage() {
        Contact minji = aContact().in(acme);
        owner.get(at(""));

        for (String path : List.of("", "/" + minji.id(), "/" + minji.id() + "/disable", "/selected/tag", "/import")) {
            assertThat(owner.postWithoutToken(at(path), "firstName", "Minji", "newTag", "x", "all", "true")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(only()).isEqualTo(minji);
    }

    @Test
    void letsAViewerLookAndNothingElse() {
        Contact minji = aContact().named("Minji", "Kim").in(acme);
        var viewer = new ConsoleClient(
                installation.consoleUrl(),
                sessions,
                anOperator(acme.id(), Role.VIEWER).id());

        assertThat(viewer.get(at("")).text())
                .contains("Minji Kim")
                .doesNotContain(at("/new"), "type=\"checkbox\"", "export.csv");
        assertThat(viewer.get(at("/" + minji.id())).text()).doesNotContain("/edit", "/disable", "/magic-link");
        assertThat(viewer.get(at("/new")).status()).isEqualTo(403);
        assertThat(viewer.post(at("/" + minji.id() + "/disable")).status()).isEqualTo(403);
        assertThat(viewer.post(at("/selected/tag"), "all", "true", "newTag", "x")
                        .status())
                .isEqualTo(403);
        var member = new ConsoleClient(
                installation.consoleUrl(),
                sessions,
                anOperator(acme.id(), Role.MEMBER).id());
        assertThat(member.get(at("/" + minji.id() + "/delete")).status()).isEqualTo(403);
    }

    @Test
    void speaksKorean() {
        operators.speak(ownerOf(acme).id(), Language.KO);
        Contact minji = aContact().named("민지", "김").in(acme);

        assertThat(owner.get(at("")).text()).contains("고객 1명", "김민지", "초대 전");
        assertThat(owner.get(at("/" + minji.id())).text()).contains("활동 기록");
        assertThat(owner.get(at("/new")).text()).contains("고객 추가");
    }

    private static NewLink aLinkFor(Contact contact) {
        return new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
    }

    private Contact only() {
        var all = people.list(acme.id(), PeopleFilter.ALL, PeopleOrder.BY_NAME, "")
                .people();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String hrefOf(Page page, String rel) {
        var found = java.util.regex.Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
                .matcher(page.text());
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private String at(String below) {
        return "/w/" + acme.slug() + "/people" + below;
    }
}
