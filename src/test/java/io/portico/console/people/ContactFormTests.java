package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.console.people.ConsoleClient.Page;
import io.portico.contacts.Contact;
import io.portico.contacts.NewContact;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PersonName;
import io.portico.contacts.Selection;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactFormTests extends PeoplePagesTest {
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
    void keepsATimeZoneThatItWouldNotOffer() {
        var wanted = new NewContact(
                new PersonName("Minji", "Kim"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of("ROK")),
                List.of(),
                Map.of(),
                "import");
        contacts.create(acme.id(), wanted, PORTICO);
        Contact minji = only();

        assertThat(owner.get(at("/" + minji.id() + "/edit")).text()).contains("<option value=\"ROK\" selected>");
        assertThat(owner.post(at("/" + minji.id()), "firstName", "Minji", "timeZone", "ROK")
                        .status())
                .isEqualTo(303);
        assertThat(only().timeZone()).contains(ZoneId.of("ROK"));
    }
}
