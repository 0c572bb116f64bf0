package io.portico.automation;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.NewContact;
import io.portico.contacts.SaveResult;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Calls of other programs to the secret address of an automation. A call is a fact in the log, which lets the contact
 * enter, or wakes them, as all others do; it is done once, however often it comes within {@link #REMEMBERED}.
 */
@Component
public class IncomingCalls {
    /** The source of contacts who came by a call. */
    public static final String SOURCE = "automation";

    public static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Actor PORTICO = new Actor.Portico();

    private final Tenancy tenancy;
    private final IncomingStore store;
    private final Automations automations;
    private final People people;
    private final Clock clock;

    IncomingCalls(Tenancy tenancy, IncomingStore store, Automations automations, People people, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.automations = automations;
        this.people = people;
        this.clock = clock;
    }

    /** Whom calls are about, and where they are noted. */
    @Component
    record People(Contacts contacts, Activity activity) {}

    /** Where a call arrived. */
    public record Address(WorkspaceId workspace, AutomationId automation) {}

    /**
     * Gives the automation a new address, and kills the one before. The secret is here and nowhere else.
     *
     * @throws UnknownAutomation when the workspace has none of this id
     */
    public Secret newAddress(WorkspaceId workspace, AutomationId id, Actor actor) {
        Secret secret = Secret.random();
        tenancy.run(workspace, () -> {
            Automation of = automations.get(workspace, id);
            store.address(workspace, id, secret);
            people.activity().record(workspace, actor, new AutomationAddressMade(id, of.name()));
        });
        return secret;
    }

    /** Empty for an address that is none, and in a workspace that is suspended. */
    public Optional<Address> find(Secret secret) {
        return tenancy.everywhere(() -> store.find(secret));
    }

    /** Somebody who is no contact yet becomes one. */
    public IncomingResult take(Address address, IncomingCall call) {
        return tenancy.in(address.workspace(), () -> {
            Automation of = automations.get(address.workspace(), address.automation());
            if (!of.isActive()) {
                return new IncomingResult.NotOn();
            }
            Optional<ContactId> contact = contact(address.workspace(), call);
            if (contact.isEmpty()) {
                return new IncomingResult.NoSuchContact();
            }
            if (!store.isNew(address, call.word(), clock.instant())) {
                return new IncomingResult.Repeated();
            }
            var fact = new AutomationCalled(contact.get(), of.id(), of.name());
            people.activity().record(address.workspace(), PORTICO, fact);
            return new IncomingResult.Accepted();
        });
    }

    private Optional<ContactId> contact(WorkspaceId workspace, IncomingCall call) {
        return call.contact().isPresent()
                ? call.contact()
                        .flatMap(id -> people.contacts().find(workspace, id))
                        .map(Contact::id)
                : call.email().map(email -> withEmail(workspace, email, call));
    }

    private ContactId withEmail(WorkspaceId workspace, EmailAddress email, IncomingCall call) {
        return people.contacts().withEmail(workspace, email).map(Contact::id).orElseGet(() -> switch (people.contacts()
                .create(workspace, newcomer(email, call), PORTICO)) {
            case SaveResult.Saved(Contact made) -> made.id();
            case SaveResult.AddressTaken(Contact by) -> by.id();
        });
    }

    private static NewContact newcomer(EmailAddress email, IncomingCall call) {
        return new NewContact(
                call.name(),
                Optional.of(email),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                SOURCE);
    }

    void forgetOld() {
        tenancy.everywhere(() -> {
            store.forget(clock.instant().minus(REMEMBERED));
            return true;
        });
    }
}
