package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.ContactDisabled;
import io.portico.contacts.ContactEnabled;
import io.portico.contacts.Contacts;
import io.portico.contacts.SaveResult;
import io.portico.contacts.StandingChange;
import io.portico.contacts.UnknownContact;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Ends and restores a contact's way in. Disabling, deleting and a changed address kill all links and sessions in the
 * same transaction, so they are dead on every node at once. The contact's row is locked first, here as in a redemption:
 * whoever is in the middle of signing in comes either before, and loses the session again, or after, and is refused.
 */
@Component
public class Membership {
    private final Tenancy tenancy;
    private final Contacts contacts;
    private final Keys keys;
    private final Activity activity;
    private final Clock clock;

    Membership(Tenancy tenancy, Contacts contacts, Keys keys, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.contacts = contacts;
        this.keys = keys;
        this.activity = activity;
        this.clock = clock;
    }

    /** Nothing happens when the contact is disabled already. */
    public void disable(WorkspaceId workspace, ContactId contact, Actor actor) {
        tenancy.run(workspace, () -> {
            StandingChange change = contacts.changeStanding(
                    workspace, contact, before -> before.isDisabled() ? before : before.disabled(clock.instant()));
            if (!change.isNone()) {
                keys.takeAway(workspace, contact, actor);
                activity.record(workspace, actor, new ContactDisabled(contact, change.before(), change.after()));
            }
        });
    }

    /** Nothing happens when the contact is enabled already. */
    public void enable(WorkspaceId workspace, ContactId contact, Actor actor) {
        tenancy.run(workspace, () -> {
            StandingChange change = contacts.changeStanding(workspace, contact, before -> before.enabled());
            if (!change.isNone()) {
                activity.record(workspace, actor, new ContactEnabled(contact, change.before(), change.after()));
            }
        });
    }

    /** Deletes the contact with links, sessions and invitation; nothing happens when there is none. */
    public void delete(WorkspaceId workspace, ContactId contact, Actor actor) {
        contacts.delete(workspace, contact, actor);
    }

    /** Replaces the contact's details. */
    public SaveResult update(WorkspaceId workspace, ContactId contact, ContactDetails details, Actor actor) {
        return revise(workspace, contact, before -> details, actor);
    }

    /**
     * Changes some of the contact's details and leaves the others as they are at that moment, whatever was read before.
     *
     * @throws UnknownContact when the workspace has none of this id
     */
    public SaveResult revise(
            WorkspaceId workspace, ContactId contact, UnaryOperator<ContactDetails> change, Actor actor) {
        return tenancy.in(workspace, () -> {
            Contact before = contacts.hold(workspace, contact).orElseThrow(() -> new UnknownContact(contact));
            SaveResult result = contacts.update(workspace, contact, change.apply(ContactDetails.of(before)), actor);
            if (result instanceof SaveResult.Saved(var saved) && !saved.email().equals(before.email())) {
                keys.takeAway(workspace, contact, actor);
            }
            return result;
        });
    }

    /** All that lets a contact in. */
    @org.springframework.stereotype.Component
    static class Keys {
        private final MagicLinks links;
        private final ContactSessions sessions;

        Keys(MagicLinks links, ContactSessions sessions) {
            this.links = links;
            this.sessions = sessions;
        }

        void takeAway(WorkspaceId workspace, ContactId contact, Actor actor) {
            links.revokeAll(workspace, contact, actor);
            sessions.endOthers(workspace, contact, Optional.empty(), actor);
        }
    }
}
