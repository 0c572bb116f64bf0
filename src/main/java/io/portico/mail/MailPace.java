package io.portico.mail;

import java.util.OptionalInt;

/**
 * How many mails of runs a workspace lets leave in any minute, over all its runs and all nodes. Personal mails know no
 * limit.
 *
 * @param perMinute in all; empty for no limit
 * @param perDomain to each domain of recipients; empty for no limit
 */
public record MailPace(OptionalInt perMinute, OptionalInt perDomain) {
    public static final MailPace UNLIMITED = new MailPace(OptionalInt.empty(), OptionalInt.empty());

    /** The largest limit that can be set. */
    public static final int MOST = 1_000_000;

    public MailPace {
        check(perMinute);
        check(perDomain);
    }

    private static void check(OptionalInt limit) {
        if (limit.isPresent() && (limit.getAsInt() < 1 || limit.getAsInt() > MOST)) {
            throw new IllegalArgumentException("a limit is from 1 to 1,000,000 mails a minute: " + limit);
        }
    }

    public boolean isLimited() {
        return perMinute.isPresent() || perDomain.isPresent();
    }

    /**
     * How many may leave at once who have waited for a second or more: what a second brings. So nothing is lost by
     * looking only now and then.
     */
    static int burst(int perMinute) {
        return Math.max(1, perMinute / 60);
    }

    /** Seconds between two mails. With the burst it gives at most {@code perMinute} in any minute, wherever it begins. */
    static double interval(int perMinute) {
        return 60.0 / (perMinute - burst(perMinute) + 1);
    }
}
