package io.portico.outreach;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who gets an invitation or a login e-mail, and who does not and why. */
final class OutreachPolicy {
    /** The same contact is not invited again sooner than this. */
    static final Duration INVITATION_COOLDOWN = Duration.ofMinutes(15);

    /** The same contact gets no second login e-mail sooner than this. */
    static final Duration LOGIN_EMAIL_COOLDOWN = Duration.ofMinutes(1);

    private OutreachPolicy() {}

    static Verdict invitation(Candidate candidate, Instant now) {
        return cannotBeMailed(candidate).orElseGet(() -> {
            if (candidate.standing().hasJoined()) {
                return Verdict.ALREADY_JOINED;
            }
            if (isWithin(candidate.lastInvited(), INVITATION_COOLDOWN, now)) {
                return Verdict.COOLDOWN;
            }
            return candidate.standing().wasInvited() ? Verdict.INVITED_AGAIN : Verdict.INVITED;
        });
    }

    /** Of somebody whom nobody knew yet but by the address. */
    static Verdict newcomer(boolean suppressed) {
        return suppressed ? Verdict.SUPPRESSED : Verdict.INVITED;
    }

    static Verdict loginEmail(Candidate candidate, Instant now) {
        return cannotBeMailed(candidate)
                .orElseGet(() -> isWithin(candidate.lastLoginEmail(), LOGIN_EMAIL_COOLDOWN, now)
                        ? Verdict.COOLDOWN
                        : Verdict.LOGIN_EMAIL);
    }

    private static Optional<Verdict> cannotBeMailed(Candidate candidate) {
        if (candidate.standing().isDisabled()) {
            return Optional.of(Verdict.DISABLED);
        }
        if (candidate.email().isEmpty()) {
            return Optional.of(Verdict.NO_ADDRESS);
        }
        return candidate.suppressed() ? Optional.of(Verdict.SUPPRESSED) : Optional.empty();
    }

    private static boolean isWithin(Optional<Instant> last, Duration cooldown, Instant now) {
        return last.filter(time -> time.isAfter(now.minus(cooldown))).isPresent();
    }
}
