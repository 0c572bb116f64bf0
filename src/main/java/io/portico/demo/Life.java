package io.portico.demo;

import io.portico.access.AccessPolicy;
import io.portico.access.ContactJoined;
import io.portico.access.ContactSeen;
import io.portico.access.ContactSignedIn;
import io.portico.access.Lifetime;
import io.portico.access.LinkPurpose;
import io.portico.access.MagicLinkCreated;
import io.portico.access.MagicLinkRedeemed;
import io.portico.access.MagicLinkViewed;
import io.portico.access.SessionsEnded;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.contacts.ContactCreated;
import io.portico.contacts.ContactDisabled;
import io.portico.contacts.ContactEnabled;
import io.portico.contacts.InvitationState;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.RunId;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.mail.MailSent;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.outreach.ContactInvited;
import io.portico.outreach.InvitationBounced;
import io.portico.outreach.InvitationExpired;
import io.portico.outreach.InvitationRevoked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one contact, in the order in which it happens: each step takes the standing the one before has left,
 * and leaves the facts and rows that the real step would leave.
 */
final class Life {
    private static final Actor PORTICO = new Actor.Portico();
    private static final String NO_SUCH_MAILBOX = "550 5.1.1 Recipient address rejected: no such user";

    final ContactId id;
    final Person person;
    final Instant createdAt;
    private final History history;
    private final String ip;
    private Standing standing = Standing.NONE;
    private Instant last;
    private boolean verified;

    @Nullable
    private Instant lastSignInAt;

    private History.@Nullable Invitation invitation;
    private History.@Nullable Link invitationLink;
    private History.@Nullable Session session;

    Life(History history, Person person, Instant createdAt, Actor by, int n) {
        this.history = history;
        this.person = person;
        this.createdAt = createdAt;
        this.last = createdAt;
        this.id = ContactId.next(History.at(createdAt));
        this.ip = (n % 2 == 0 ? "198.51.100." : "192.0.2.") + (1 + n % 250);
        history.lives.add(this);
        history.note(createdAt, by, new ContactCreated(id, person.source(), List.of()));
    }

    static Actor operator(OperatorId operator) {
        return new Actor.Operator(operator, "203.0.113.10");
    }

    Standing standing() {
        return standing;
    }

    /** When something last happened to them. */
    Instant last() {
        return last;
    }

    boolean isVerified() {
        return verified;
    }

    Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    boolean isReachable() {
        return person.email().isPresent();
    }

    void invite(Instant at, History.Run run) {
        boolean again = standing.wasInvited();
        change(
                at,
                run.actor(),
                standing.invited(at),
                (before, after) -> new ContactInvited(id, Optional.of(run.id()), before, after));
        if (invitation == null) {
            invitation = new History.Invitation(this, run.by(), at);
            history.invitations.add(invitation);
        }
        invitation.lastSentAt = at;
        invitation.times++;
        invitationLink = mailed(
                at,
                again ? MailTemplate.INVITATION_REMINDER : MailTemplate.INVITATION,
                LinkPurpose.INVITATION,
                Optional.of(run.id()));
    }

    void inviteInVain(Instant at, History.Run run) {
        change(
                at,
                run.actor(),
                standing.invited(at),
                (before, after) -> new ContactInvited(id, Optional.of(run.id()), before, after));
        invitation = new History.Invitation(this, run.by(), at);
        invitation.times = 1;
        history.invitations.add(invitation);
        Instant bounced = at.plusSeconds(4);
        var mail = mail(
                at,
                MailTemplate.INVITATION,
                Optional.of(run.id()),
                MailState.FAILED,
                MailFault.NO_SUCH_MAILBOX.word(),
                NO_SUCH_MAILBOX);
        history.note(
                bounced,
                PORTICO,
                new MailFailed(
                        id, mail, MailTemplate.INVITATION.factWord(), MailFault.NO_SUCH_MAILBOX, NO_SUCH_MAILBOX));
        history.bounces.add(new History.Bounce(address(), bounced, NO_SUCH_MAILBOX));
        change(
                bounced,
                PORTICO,
                standing.invitationBecame(InvitationState.BOUNCED),
                (before, after) -> new InvitationBounced(id, before, after));
    }

    void letInvitationExpire() {
        if (invitation != null) {
            change(
                    invitation.expiresAt(),
                    PORTICO,
                    standing.invitationBecame(InvitationState.EXPIRED),
                    (before, after) -> new InvitationExpired(id, before, after));
        }
    }

    void revokeInvitation(Instant at, OperatorId by) {
        if (invitationLink != null) {
            invitationLink.revokedAt = at;
        }
        change(
                at,
                operator(by),
                standing.invitationBecame(InvitationState.REVOKED),
                (before, after) -> new InvitationRevoked(id, before, after));
    }

    void acceptInvitation(Instant at, boolean byCode) {
        if (invitationLink != null) {
            signIn(at, invitationLink, byCode);
        }
    }

    /** Asks for a link on the portal's sign-in page and uses it. */
    void signInByThemselves(Instant at, boolean byCode) {
        var link = mailed(at.minusSeconds(95), MailTemplate.SIGN_IN, LinkPurpose.SELF, Optional.empty());
        signIn(at, link, byCode);
    }

    /** Gets a link that an operator made and handed over. */
    History.Link getLink(Instant at, OperatorId by) {
        var link = new History.Link(id, LinkPurpose.OPERATOR, Optional.empty(), Optional.of(by), at);
        history.links.add(link);
        history.note(at, operator(by), new MagicLinkCreated(id, link.id, link.purpose.word(), link.expiresAt));
        last = at;
        return link;
    }

    History.Link getLoginEmail(Instant at, History.Run run) {
        return mailed(at, MailTemplate.LOGIN_EMAIL, LinkPurpose.LOGIN_EMAIL, Optional.of(run.id()));
    }

    void missLoginEmail(Instant at, History.Run run, SkipReason reason) {
        mail(at, MailTemplate.LOGIN_EMAIL, Optional.of(run.id()), MailState.SKIPPED, reason.word(), "");
    }

    void missInvitation(Instant at, History.Run run, SkipReason reason) {
        mail(at, MailTemplate.INVITATION, Optional.of(run.id()), MailState.SKIPPED, reason.word(), "");
    }

    void loseLoginEmail(Instant at, History.Run run) {
        String reply = "552 5.2.2 Mailbox full";
        var mail = mail(
                at,
                MailTemplate.LOGIN_EMAIL,
                Optional.of(run.id()),
                MailState.FAILED,
                MailFault.REJECTED.word(),
                reply);
        history.note(
                at.plusSeconds(6),
                PORTICO,
                new MailFailed(id, mail, MailTemplate.LOGIN_EMAIL.factWord(), MailFault.REJECTED, reply));
    }

    void signIn(Instant at, History.Link link, boolean byCode) {
        if (!byCode) {
            history.note(at.minusSeconds(7), new Actor.Stranger(ip), new MagicLinkViewed(id, link.id));
        }
        link.redeemedAt = at;
        verified |= link.mailedTo.isPresent();
        lastSignInAt = at;
        history.note(at, self(), new MagicLinkRedeemed(id, link.id, byCode ? "code" : "link"));
        if (!standing.hasJoined()) {
            history.note(at, self(), new ContactJoined(id, link.id));
        }
        var opened = new History.Session(id, link.id, at, ip);
        history.sessions.add(opened);
        session = opened;
        change(
                at,
                self(),
                standing.signedIn(at, day(at)),
                (before, after) -> new ContactSignedIn(id, opened.id, before, after));
    }

    boolean hasSession(Instant at) {
        return session != null
                && session.endedAt == null
                && session.lastUsedAt.isAfter(at.minus(AccessPolicy.USUAL.of(Lifetime.SESSION_IDLE)));
    }

    /** Uses the session they have. */
    void visit(Instant at) {
        if (session != null) {
            session.lastUsedAt = at;
            change(at, self(), standing.seen(day(at)), (before, after) -> new ContactSeen(id, before, after));
        }
    }

    void disable(Instant at, OperatorId by) {
        if (session != null && session.endedAt == null) {
            session.endedAt = at;
            history.note(at, operator(by), new SessionsEnded(id, 1));
        }
        change(at, operator(by), standing.disabled(at), (before, after) -> new ContactDisabled(id, before, after));
    }

    void enable(Instant at, OperatorId by) {
        change(at, operator(by), standing.enabled(), (before, after) -> new ContactEnabled(id, before, after));
    }

    private Actor self() {
        return new Actor.Contact(id, ip);
    }

    private EmailAddress address() {
        return person.email().orElseThrow(() -> new IllegalStateException(id + " has no address"));
    }

    private History.Link mailed(Instant at, MailTemplate template, LinkPurpose purpose, Optional<RunId> run) {
        Instant sent = at.plusSeconds(3);
        var link = new History.Link(id, purpose, Optional.of(address()), Optional.empty(), sent);
        history.links.add(link);
        history.note(sent, PORTICO, new MagicLinkCreated(id, link.id, purpose.word(), link.expiresAt));
        var mail = mail(at, template, run, MailState.SENT, "", "");
        history.note(sent, PORTICO, new MailSent(id, mail, template.factWord()));
        return link;
    }

    private MailId mail(
            Instant at, MailTemplate template, Optional<RunId> run, MailState state, String reason, String reply) {
        var mail = MailId.next(History.at(at));
        history.mails.add(new History.Mail(mail, template, id, person.email(), run, at, state, reason, reply));
        return mail;
    }

    private void change(Instant at, Actor actor, Standing after, Change told) {
        Standing before = standing;
        standing = after;
        last = at;
        if (!after.equals(before)) {
            history.note(at, actor, told.fact(before, after));
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private interface Change {
        Fact fact(Standing before, Standing after);
    }
}
