package io.portico.outreach;

import io.portico.kernel.Labelled;
import io.portico.mail.SkipReason;
import java.util.Optional;

/** What will become of one recipient, told before anything is sent. */
public enum Verdict implements Labelled {
    INVITED,
    INVITED_AGAIN,
    LOGIN_EMAIL,
    ALREADY_JOINED(SkipReason.ALREADY_JOINED),
    DISABLED(SkipReason.DISABLED),
    SUPPRESSED(SkipReason.SUPPRESSED),
    NO_ADDRESS(SkipReason.NO_ADDRESS),
    INVALID_ADDRESS(SkipReason.INVALID_ADDRESS),
    DUPLICATE_ADDRESS(SkipReason.DUPLICATE_ADDRESS),
    /** A typed address that no contact has, of those who are to get a login e-mail: they can be invited. */
    UNKNOWN_ADDRESS(SkipReason.UNKNOWN_ADDRESS),
    /** Got a mail that lets in a moment ago. */
    COOLDOWN(SkipReason.COOLDOWN),
    DAILY_LIMIT(SkipReason.DAILY_LIMIT);

    private final Optional<SkipReason> skip;

    Verdict() {
        this.skip = Optional.empty();
    }

    Verdict(SkipReason reason) {
        this.skip = Optional.of(reason);
    }

    static Verdict of(String word) {
        return Labelled.of(Verdict.class, word);
    }

    /** The verdict of this word, as addresses carry it; empty when there is none. */
    public static Optional<Verdict> parse(String word) {
        return Labelled.parse(Verdict.class, word);
    }

    /** Why no mail is sent; empty when one is. */
    public Optional<SkipReason> skip() {
        return skip;
    }

    public boolean getsMail() {
        return skip.isEmpty();
    }
}
