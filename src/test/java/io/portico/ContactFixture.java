package io.portico;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.InvitationState;
import io.portico.contacts.NewContact;
import io.portico.contacts.PersonName;
import io.portico.contacts.SaveResult;
import io.portico.contacts.Standing;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Describes a contact in words and makes it. Unless told otherwise it has a name and an address of its own. */
public final class ContactFixture {
    private final Contacts contacts;
    private PersonName name;
    private Optional<EmailAddress> email;
    private Optional<String> phone = Optional.empty();
    private Optional<Language> language = Optional.empty();
    private List<String> tags = List.of();
    private final Map<String, String> custom = new HashMap<>();
    private UnaryOperator<Standing> standing = UnaryOperator.identity();

    ContactFixture(Contacts contacts, int n) {
        this.contacts = contacts;
        this.name = new PersonName("Person", "Number " + n);
        this.email = Optional.of(EmailAddress.of("person-" + n + "@example.com"));
    }

    public ContactFixture named(String first, String last) {
        name = new PersonName(first, last);
        return this;
    }

    public ContactFixture nameless() {
        return named("", "");
    }

    public ContactFixture at(String address) {
        email = Optional.of(EmailAddress.of(address));
        return this;
    }

    public ContactFixture withoutAddress() {
        email = Optional.empty();
        return this;
    }

    public ContactFixture withPhone(String number) {
        phone = Optional.of(number);
        return this;
    }

    public ContactFixture speaking(Language spoken) {
        language = Optional.of(spoken);
        return this;
    }

    public ContactFixture tagged(String... words) {
        tags = List.of(words);
        return this;
    }

    /** A custom field. */
    public ContactFixture with(String field, String value) {
        custom.put(field, value);
        return this;
    }

    public ContactFixture invited() {
        return standing(before -> before.invited(now()));
    }

    public ContactFixture invitedBut(InvitationState became) {
        return invited().standing(before -> before.invitationBecame(became));
    }

    public ContactFixture joined() {
        return standing(before -> before.signedIn(now(), LocalDate.ofInstant(now(), ZoneOffset.UTC)));
    }

    public ContactFixture lastSeenOn(LocalDate day) {
        return standing(before -> before.signedIn(now(), day));
    }

    public ContactFixture disabled() {
        return standing(before -> before.disabled(now()));
    }

    private ContactFixture standing(UnaryOperator<Standing> further) {
        UnaryOperator<Standing> before = standing;
        standing = start -> further.apply(before.apply(start));
        return this;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    public Contact in(Workspace workspace) {
        return in(workspace.id());
    }

    public Contact in(WorkspaceId workspace) {
        var wanted = new NewContact(name, email, phone, language, Optional.empty(), tags, custom, "console");
        return switch (contacts.create(workspace, wanted, new Actor.Portico())) {
            case SaveResult.Saved(Contact contact) -> {
                contacts.changeStanding(workspace, contact.id(), standing);
                yield contacts.get(workspace, contact.id());
            }
            case SaveResult.AddressTaken taken -> throw new IllegalStateException("two contacts at " + email);
        };
    }
}
