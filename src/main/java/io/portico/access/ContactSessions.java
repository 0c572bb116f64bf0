package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.Contacts;
import io.portico.contacts.StandingChange;
import io.portico.kernel.ContactId;
import io.portico.kernel.Secret;
import io.portico.kernel.SessionId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sessions of contacts. A session is asked for at every request and nowhere remembered, so an ended one is dead at once
 * on every node; so is every session of a contact who is disabled, of a workspace that is suspended, and one that has
 * outlived the workspace's {@link AccessPolicy} as it is now.
 */
@Component
public class ContactSessions {
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final SessionStore store;
    private final Contacts contacts;
    private final Activity activity;
    private final Clock clock;

    ContactSessions(Tenancy tenancy, SessionStore store, Contacts contacts, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.contacts = contacts;
        this.activity = activity;
        this.clock = clock;
    }

    /** The live session that the secret opens in this workspace; notes its use, at most once a minute. */
    public Optional<ContactSession> find(WorkspaceId workspace, Secret secret) {
        return tenancy.in(workspace, () -> {
            Instant now = clock.instant();
            Optional<ContactSession> session = store.live(workspace, secret.hash(), now);
            return session.filter(s -> s.lastUsedAt().isBefore(now.minus(TOUCH_EVERY)))
                    .map(s -> use(workspace, secret, s.contact(), now))
                    .orElse(session);
        });
    }

    /** The contact's live sessions, last used first. */
    public List<ContactSession> of(WorkspaceId workspace, ContactId contact) {
        Instant now = clock.instant();
        return tenancy.in(workspace, () -> store.of(workspace, contact, now));
    }

    /** One live session; empty when the workspace has none of this id, or it is over. */
    public Optional<ContactSession> get(WorkspaceId workspace, SessionId session) {
        Instant now = clock.instant();
        return tenancy.in(workspace, () -> store.get(workspace, session, now));
    }

    /** Ends one session of the contact, unless it is over already; false, and nothing done, when it is not theirs. */
    public boolean end(WorkspaceId workspace, ContactId contact, SessionId session, Actor actor) {
        return tenancy.in(workspace, () -> {
            int ended = store.end(workspace, contact, session, clock.instant());
            recordEnd(workspace, contact, ended, actor);
            return ended > 0 || store.has(workspace, contact, session);
        });
    }

    /** Ends all sessions of the contact but the one to keep. */
    public void endOthers(WorkspaceId workspace, ContactId contact, Optional<SessionId> keep, Actor actor) {
        tenancy.run(workspace, () -> {
            contacts.hold(workspace, contact);
            int ended = store.endOthers(workspace, contact, keep, clock.instant());
            recordEnd(workspace, contact, ended, actor);
        });
    }

    private void recordEnd(WorkspaceId workspace, ContactId contact, int ended, Actor actor) {
        if (ended > 0) {
            activity.record(workspace, actor, new SessionsEnded(contact, ended));
        }
    }

    /** Holds the contact before the session, as everybody does; one who waited for its end finds it dead. */
    private Optional<ContactSession> use(WorkspaceId workspace, Secret secret, ContactId contact, Instant now) {
        contacts.hold(workspace, contact);
        Optional<ContactSession> session = store.live(workspace, secret.hash(), now);
        session.ifPresent(live -> {
            store.touch(workspace, live.id(), now);
            noteDay(workspace, live, now);
        });
        return session;
    }

    private void noteDay(WorkspaceId workspace, ContactSession session, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        StandingChange change = contacts.changeStanding(workspace, session.contact(), standing -> standing.seen(today));
        if (!change.isNone()) {
            activity.record(
                    workspace,
                    new Actor.Contact(session.contact(), session.ip()),
                    new ContactSeen(session.contact(), change.before(), change.after()));
        }
    }
}
