package io.portico.contacts;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The contacts of a workspace, one by one. Lists and searches are {@link People}. */
@Component
public class Contacts {
    private final Tenancy tenancy;
    private final ContactStore store;
    private final Activity activity;
    private final Clock clock;

    Contacts(Tenancy tenancy, ContactStore store, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.clock = clock;
    }

    public Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** Those of the contacts that exist. */
    public Map<ContactId, Contact> among(WorkspaceId workspace, Collection<ContactId> ids) {
        return tenancy.in(workspace, () -> store.among(workspace, ids)).stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** @throws UnknownContact when the workspace has none of this id */
    public Contact get(WorkspaceId workspace, ContactId id) {
        return find(workspace, id).orElseThrow(() -> new UnknownContact(id));
    }

    /**
     * The contact, with its row held until the transaction around this ends. Whoever changes what lets a contact in holds
     * the contact first and links and sessions after it: one order for all, so nobody waits in a circle.
     */
    public Optional<Contact> hold(WorkspaceId workspace, ContactId id) {
        return tenancy.in(workspace, () -> store.lock(workspace, id));
    }

    /** {@link #hold} of many, always in the same order; those who are gone are left out. */
    public Map<ContactId, Contact> hold(WorkspaceId workspace, Collection<ContactId> ids) {
        return tenancy.in(workspace, () -> store.lock(workspace, ids)).stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    public Optional<Contact> withEmail(WorkspaceId workspace, EmailAddress email) {
        return tenancy.in(workspace, () -> store.withEmail(workspace, email));
    }

    /** What to call each of these contacts; empty when only a phone is known, absent when deleted. */
    public Map<ContactId, String> names(WorkspaceId workspace, Set<ContactId> ids) {
        return tenancy.in(workspace, () -> store.names(workspace, ids));
    }

    public SaveResult create(WorkspaceId workspace, NewContact wanted, Actor actor) {
        return tenancy.in(workspace, () -> {
            var id = ContactId.next(clock);
            if (!store.insert(workspace, id, wanted, clock.instant())) {
                return addressTaken(workspace, wanted.email());
            }
            activity.record(workspace, actor, new ContactCreated(id, wanted.source(), wanted.tags()));
            return new SaveResult.Saved(get(workspace, id));
        });
    }

    /**
     * Replaces the details. A changed address is unverified again; that it also ends links and sessions is access's
     * rule, which calls this.
     */
    public SaveResult update(WorkspaceId workspace, ContactId id, ContactDetails details, Actor actor) {
        return tenancy.in(workspace, () -> {
            Contact before = store.lock(workspace, id).orElseThrow(() -> new UnknownContact(id));
            List<String> changed = ContactDetail.changed(ContactDetails.of(before), details);
            if (changed.isEmpty()) {
                return new SaveResult.Saved(before);
            }
            if (!store.update(workspace, id, details, clock.instant())) {
                return addressTaken(workspace, details.email());
            }
            activity.record(workspace, actor, ContactUpdated.of(before, changed, details.tags()));
            return new SaveResult.Saved(get(workspace, id));
        });
    }

    /**
     * Replaces the custom fields.
     *
     * @throws UnknownContact when the workspace has none of this id
     */
    public Contact customise(WorkspaceId workspace, ContactId id, Map<String, String> custom, Actor actor) {
        return tenancy.in(workspace, () -> {
            Contact before = store.lock(workspace, id).orElseThrow(() -> new UnknownContact(id));
            if (!before.custom().equals(custom)) {
                store.customise(workspace, id, custom, clock.instant());
                activity.record(workspace, actor, ContactUpdated.of(before, List.of("custom"), before.tags()));
            }
            return get(workspace, id);
        });
    }

    private SaveResult addressTaken(WorkspaceId workspace, Optional<EmailAddress> address) {
        return new SaveResult.AddressTaken(
                address.flatMap(email -> store.withEmail(workspace, email)).orElseThrow());
    }

    /**
     * Changes how the contact stands, holding its row until the transaction ends; the caller records the fact that says
     * why, with the standing before and after.
     *
     * @throws UnknownContact when the workspace has none of this id
     */
    public StandingChange changeStanding(WorkspaceId workspace, ContactId id, UnaryOperator<Standing> change) {
        return tenancy.in(workspace, () -> {
            Standing before = store.lock(workspace, id)
                    .orElseThrow(() -> new UnknownContact(id))
                    .standing();
            Standing after = change.apply(before);
            if (!after.equals(before)) {
                store.stand(workspace, id, after);
            }
            return new StandingChange(before, after);
        });
    }

    /** Makes contacts of very many who are known by an address; passes over those whose address somebody has by now. */
    public void welcome(WorkspaceId workspace, List<Newcomer> newcomers, String source, Actor actor) {
        tenancy.run(workspace, () -> {
            store.welcome(workspace, newcomers, source, clock.instant());
            activity.recordEach(workspace, actor, ContactCreated.class, store.created(workspace, newcomers));
        });
    }

    /**
     * Changes how very many stand, as {@link Standing#invited} would each of them, in one statement. The caller holds
     * them, and records the fact of each.
     *
     * @param ids a select of ids
     */
    public void invited(WorkspaceId workspace, Rows ids, Instant now) {
        tenancy.run(workspace, () -> store.invited(workspace, ids, now));
    }

    /** Deletes the contact and, by foreign keys, links, sessions and invitation; nothing happens when there is none. */
    public void delete(WorkspaceId workspace, ContactId id, Actor actor) {
        tenancy.run(
                workspace,
                () -> store.lock(workspace, id).ifPresent(contact -> {
                    store.delete(workspace, id);
                    activity.record(workspace, actor, new ContactDeleted(id, contact.standing()));
                }));
    }
}
