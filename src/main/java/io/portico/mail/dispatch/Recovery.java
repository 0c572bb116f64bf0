package io.portico.mail.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * The way back after the mail server had asked for a pause. This node hands over few mails at first, all its workers
 * together, and twice as many each second, so that a server which has just got its breath is not taken it again; after
 * eight seconds as many as it can.
 *
 * @param pause how long the last pause was; should another be asked for soon, it is twice as long
 * @param taken how many mails workers have taken since
 */
record Recovery(Instant since, Duration pause, long taken) {
    private static final int AT_FIRST = 10;
    private static final Duration LASTS = Duration.ofSeconds(8);
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    static Recovery from(Instant now, Duration pause) {
        return new Recovery(now, pause, 0);
    }

    /** Whether there is nothing left to hold back, nor to remember. */
    boolean isForgotten(Instant now) {
        return now.isAfter(since.plus(REMEMBERED));
    }

    int share(Instant now, int wanted) {
        Duration past = Duration.between(since, now);
        if (past.compareTo(LASTS) >= 0) {
            return wanted;
        }
        double allowed = AT_FIRST * Math.pow(2, Math.max(0, past.toMillis()) / 1000.0);
        return (int) Math.max(0, Math.min(wanted, (long) allowed - taken));
    }

    Recovery took(int mails) {
        return new Recovery(since, pause, taken + mails);
    }

    Duration nextPause(Duration longest) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }
}
