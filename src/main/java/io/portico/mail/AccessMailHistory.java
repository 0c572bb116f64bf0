package io.portico.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The mails that let in which one address of a workspace got during the last day, whoever asked for them: a contact, an
 * operator or Portico.
 *
 * @param last when the latest was written
 * @param inADay how many there were
 */
public record AccessMailHistory(Optional<Instant> last, int inADay) {
    /** One address gets no second such mail sooner than this. */
    public static final Duration COOLDOWN = Duration.ofMinutes(1);

    /** One address gets at most so many such mails in any 24 hours. */
    public static final int MOST_A_DAY = 20;

    /**
     * Of these, at most so many that somebody asked for on the sign-in page: whoever knows an address can ask, and must
     * not use up what the business itself may send.
     */
    public static final int MOST_BY_REQUEST = 10;

    static final Duration DAY = Duration.ofDays(1);

    public static final AccessMailHistory NONE = new AccessMailHistory(Optional.empty(), 0);

    AccessMailHistory andOneAt(Instant time) {
        return new AccessMailHistory(Optional.of(time), inADay + 1);
    }

    /** Why the address gets none now; empty when it may get one. */
    public Optional<SkipReason> refusal(Instant now) {
        if (last.filter(time -> time.isAfter(now.minus(COOLDOWN))).isPresent()) {
            return Optional.of(SkipReason.COOLDOWN);
        }
        return inADay >= MOST_A_DAY ? Optional.of(SkipReason.DAILY_LIMIT) : Optional.empty();
    }
}
