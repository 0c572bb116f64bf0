package io.portico.outreach;

import io.portico.kernel.Labelled;
import io.portico.mail.SkipReason;
import java.util.Arrays;
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

    /** The verdict on somebody who gets no mail for this reason. */
    static Verdict of(SkipReason reason) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.skip.equals(Optional.of(reason)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no verdict for " + reason));
    }

    /** Why no mail is sent; empty when one is. */
    public Optional<SkipReason> skip() {
        return skip;
    }

    public boolean getsMail() {
        return skip.isEmpty();
    }
}
