package io.portico.automation;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** The kinds of {@link Trigger}, and what each is told beside its kind. */
public enum TriggerKind implements Labelled {
    CREATED(Needs.NOTHING),
    TAGGED(Needs.TAG),
    UNTAGGED(Needs.TAG),
    INVITED(Needs.NOTHING),
    UNANSWERED(Needs.DAYS),
    JOINED(Needs.NOTHING),
    SIGNED_IN(Needs.NOTHING),
    UNSEEN(Needs.DAYS),
    BOUNCED(Needs.NOTHING),
    APP_OPENED(Needs.NOTHING),
    CALLED(Needs.NOTHING);

    /** What a kind is told. */
    public enum Needs {
        NOTHING,
        TAG,
        DAYS
    }

    private final Needs needs;

    TriggerKind(Needs needs) {
        this.needs = needs;
    }

    public Needs needs() {
        return needs;
    }

    /** Whether it is an event, for which a step can wait; otherwise time alone brings it about. */
    public boolean isEvent() {
        return needs != Needs.DAYS;
    }

    public static Optional<TriggerKind> parse(String word) {
        return Labelled.parse(TriggerKind.class, word);
    }
}
