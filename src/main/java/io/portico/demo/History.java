package io.portico.demo;

import io.portico.access.AccessPolicy;
import io.portico.access.LinkPurpose;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.activity.PastFact;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.InvitationId;
import io.portico.kernel.LinkId;
import io.portico.kernel.MailId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.RunId;
import io.portico.kernel.SessionId;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.outreach.RunKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that happened in the demo, as the rows and facts that the other rooms would have left. */
final class History {
    final List<Life> lives = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();
    final List<Mail> mails = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();
    final List<Invitation> invitations = new ArrayList<>();
    final List<Bounce> bounces = new ArrayList<>();
    private final List<PastFact> facts = new ArrayList<>();

    record Run(RunId id, RunKind kind, Instant at, OperatorId by, Optional<String> note) {
        Actor actor() {
            return Life.operator(by);
        }
    }

    record Mail(
            MailId id,
            MailTemplate template,
            ContactId to,
            Optional<EmailAddress> address,
            Optional<RunId> run,
            Instant orderedAt,
            MailState state,
            String reason,
            String reply) {}

    record Bounce(EmailAddress address, Instant at, String reply) {}

    /** A magic link; nobody knows its secret. */
    static final class Link {
        final LinkId id;
        final ContactId contact;
        final LinkPurpose purpose;
        final Optional<EmailAddress> mailedTo;
        final Optional<OperatorId> by;
        final Instant createdAt;
        final Instant expiresAt;

        @Nullable
        Instant redeemedAt;

        @Nullable
        Instant revokedAt;

        Link(
                ContactId contact,
                LinkPurpose purpose,
                Optional<EmailAddress> mailedTo,
                Optional<OperatorId> by,
                Instant createdAt) {
            this.id = LinkId.next(at(createdAt));
            this.contact = contact;
            this.purpose = purpose;
            this.mailedTo = mailedTo;
            this.by = by;
            this.createdAt = createdAt;
            this.expiresAt = createdAt.plus(AccessPolicy.USUAL.of(purpose));
        }
    }

    /** A session; nobody has its cookie. */
    static final class Session {
        final SessionId id;
        final ContactId contact;
        final LinkId link;
        final Instant createdAt;
        final String ip;
        Instant lastUsedAt;

        @Nullable
        Instant endedAt;

        Session(ContactId contact, LinkId link, Instant createdAt, String ip) {
            this.id = SessionId.next(at(createdAt));
            this.contact = contact;
            this.link = link;
            this.createdAt = createdAt;
            this.ip = ip;
            this.lastUsedAt = createdAt;
        }
    }

    /** An invitation as it stands in the end; how it ended is told by the contact's standing. */
    static final class Invitation {
        final InvitationId id;
        final Life life;
        final OperatorId by;
        final Instant firstSentAt;
        Instant lastSentAt;
        int times;

        Invitation(Life life, OperatorId by, Instant at) {
            this.id = InvitationId.next(at(at));
            this.life = life;
            this.by = by;
            this.firstSentAt = at;
            this.lastSentAt = at;
            this.times = 0;
        }

        Instant expiresAt() {
            return lastSentAt.plus(AccessPolicy.USUAL.of(LinkPurpose.INVITATION));
        }
    }

    void note(Instant at, Actor actor, Fact fact) {
        facts.add(new PastFact(at, actor, fact));
    }

    /** Oldest first. */
    List<PastFact> facts() {
        facts.sort(Comparator.comparing(PastFact::at));
        return List.copyOf(facts);
    }

    Run run(RunKind kind, Instant at, OperatorId by, Optional<String> note) {
        var run = new Run(RunId.next(at(at)), kind, at, by, note);
        runs.add(run);
        return run;
    }

    long recipients(Run run) {
        return mails.stream()
                .filter(mail -> mail.run().equals(Optional.of(run.id())))
                .count();
    }

    /** For ids, which hold the time they were made at. */
    static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
