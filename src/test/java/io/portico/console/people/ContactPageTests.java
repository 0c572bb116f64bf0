package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.console.people.ConsoleClient.Page;
import io.portico.contacts.Contact;
import org.junit.jupiter.api.Test;

class ContactPageTests extends PeoplePagesTest {
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
}
