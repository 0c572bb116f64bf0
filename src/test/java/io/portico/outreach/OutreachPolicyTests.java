package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.InvitationState;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.mail.LoginMailHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutreachPolicyTests {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @Test
    void invitesSomebodyForTheFirstTime() {
        assertThat(OutreachPolicy.invitation(with(Standing.NONE), NOW)).isEqualTo(Verdict.INVITED);
    }

    @Test
    void invitesAgainWhoeverWasInvitedBeforeWhateverBecameOfIt() {
        Standing invited = Standing.NONE.invited(NOW.minusSeconds(86_400));
        assertThat(OutreachPolicy.invitation(with(invited), NOW)).isEqualTo(Verdict.INVITED_AGAIN);
        assertThat(OutreachPolicy.invitation(with(invited.invitationBecame(InvitationState.EXPIRED)), NOW))
                .isEqualTo(Verdict.INVITED_AGAIN);
    }

    @Test
    void doesNotInviteAgainWithinTheCooldown() {
        Standing invited = Standing.NONE.invited(NOW);
        Instant edge = NOW.minus(OutreachPolicy.INVITATION_COOLDOWN);
        assertThat(OutreachPolicy.invitation(invitedLast(invited, edge.plusSeconds(1)), NOW))
                .isEqualTo(Verdict.COOLDOWN);
        assertThat(OutreachPolicy.invitation(invitedLast(invited, edge), NOW)).isEqualTo(Verdict.INVITED_AGAIN);
    }

    @Test
    void doesNotInviteWhoHasJoined() {
        assertThat(OutreachPolicy.invitation(with(Standing.NONE.signedIn(NOW, TODAY)), NOW))
                .isEqualTo(Verdict.ALREADY_JOINED);
    }

    @Test
    void sendsLoginEmailsToThoseWhoJoinedAndThoseWhoNeverDid() {
        assertThat(OutreachPolicy.loginEmail(with(Standing.NONE.signedIn(NOW, TODAY)), NOW))
                .isEqualTo(Verdict.LOGIN_EMAIL);
        assertThat(OutreachPolicy.loginEmail(with(Standing.NONE), NOW)).isEqualTo(Verdict.LOGIN_EMAIL);
    }

    @Test
    void mailsNobodyWhoIsDisabledSuppressedOrWithoutAddress() {
        Candidate disabled = with(Standing.NONE.disabled(NOW));
        assertThat(OutreachPolicy.invitation(disabled, NOW)).isEqualTo(Verdict.DISABLED);
        assertThat(OutreachPolicy.loginEmail(disabled, NOW)).isEqualTo(Verdict.DISABLED);
        assertThat(OutreachPolicy.loginEmail(candidate(Optional.empty(), Standing.NONE, false), NOW))
                .isEqualTo(Verdict.NO_ADDRESS);
        assertThat(OutreachPolicy.loginEmail(candidate(address(), Standing.NONE, true), NOW))
                .isEqualTo(Verdict.SUPPRESSED);
    }

    @Test
    void sendsNobodyASecondMailThatLetsInWithinAMinuteWhoeverAskedForTheFirst() {
        Instant edge = NOW.minus(LoginMailHistory.COOLDOWN);
        assertThat(OutreachPolicy.loginEmail(mailed(edge.plusMillis(1), 1), NOW))
                .isEqualTo(Verdict.COOLDOWN);
        assertThat(OutreachPolicy.invitation(mailed(edge.plusMillis(1), 1), NOW))
                .isEqualTo(Verdict.COOLDOWN);
        assertThat(OutreachPolicy.loginEmail(mailed(edge, 1), NOW)).isEqualTo(Verdict.LOGIN_EMAIL);
        assertThat(OutreachPolicy.invitation(mailed(edge, 1), NOW)).isEqualTo(Verdict.INVITED);
    }

    @Test
    void sendsNobodyATwentyFirstMailThatLetsInWithinADay() {
        Instant hourAgo = NOW.minusSeconds(3600);
        assertThat(OutreachPolicy.loginEmail(mailed(hourAgo, 19), NOW)).isEqualTo(Verdict.LOGIN_EMAIL);
        assertThat(OutreachPolicy.loginEmail(mailed(hourAgo, 20), NOW)).isEqualTo(Verdict.DAILY_LIMIT);
        assertThat(OutreachPolicy.invitation(mailed(hourAgo, 20), NOW)).isEqualTo(Verdict.DAILY_LIMIT);
    }

    private static Candidate mailed(Instant last, int inADay) {
        Candidate one = with(Standing.NONE);
        var letIn = new LoginMailHistory(Optional.of(last), inADay);
        return new Candidate(one.contact(), one.name(), one.email(), one.standing(), false, Optional.empty(), letIn);
    }

    private static Candidate with(Standing standing) {
        return candidate(address(), standing, false);
    }

    private static Candidate candidate(Optional<EmailAddress> email, Standing standing, boolean suppressed) {
        return new Candidate(
                ContactId.next(Clock.systemUTC()),
                "Minji",
                email,
                standing,
                suppressed,
                Optional.empty(),
                LoginMailHistory.NONE);
    }

    private static Candidate invitedLast(Standing standing, Instant last) {
        Candidate one = with(standing);
        return new Candidate(
                one.contact(), one.name(), one.email(), standing, false, Optional.of(last), LoginMailHistory.NONE);
    }

    private static Optional<EmailAddress> address() {
        return Optional.of(EmailAddress.of("minji@example.com"));
    }
}
