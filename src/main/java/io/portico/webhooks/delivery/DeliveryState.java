package io.portico.webhooks.delivery;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** How far a delivery is. */
public enum DeliveryState implements Labelled {
    /** Stands behind an earlier one about the same contact. */
    WAITING,
    /** To be tried, or tried again. */
    OPEN,
    DELIVERED,
    /** Given up: tried for three days, or its webhook was. */
    FAILED;

    public static Optional<DeliveryState> parse(String word) {
        return Labelled.parse(DeliveryState.class, word);
    }

    /** @throws IllegalArgumentException for a word that is no state */
    public static DeliveryState of(String word) {
        return Labelled.of(DeliveryState.class, word);
    }
}
