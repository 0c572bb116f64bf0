package io.portico.webhooks;

import io.portico.kernel.Labelled;

/** Why Portico gave a webhook up. */
public enum DisabledBecause implements Labelled {
    /** It answered 410: it is there no more and wants nothing more. */
    GONE,
    /** Nothing but failures for three days. */
    FAILING;

    /** @throws IllegalArgumentException for a word that is no reason */
    public static DisabledBecause of(String word) {
        return Labelled.of(DisabledBecause.class, word);
    }
}
