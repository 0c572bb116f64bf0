package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.console.people.ConsoleClient.Page;
import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleListTests extends PeoplePagesTest {
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
    void speaksKorean() {
        operators.changeLanguage(ownerOf(acme).id(), Language.KO);
        Contact minji = aContact().named("민지", "김").in(acme);

        assertThat(owner.get(at("")).text()).contains("고객 1명", "김민지", "초대 전");
        assertThat(owner.get(at("/" + minji.id())).text()).contains("활동 기록");
        assertThat(owner.get(at("/new")).text()).contains("고객 추가");
    }

    private static String hrefOf(Page page, String rel) {
        var found = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page.text());
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
