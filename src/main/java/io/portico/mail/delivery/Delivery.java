package io.portico.mail.delivery;

import java.util.Optional;

/**
 * The way letters leave. Used by many workers at once; how many connections that takes, whether they are kept, shared or
 * pipelined, is the implementation's own matter. Both methods wait for the answer; neither is called in a transaction.
 */
public interface Delivery extends AutoCloseable {
    /**
     * What stands in the way of every letter right now; empty when the next {@link #deliver} finds a connection. Asked
     * before a letter is written, so that none is written in vain.
     */
    Optional<DeliveryResult.Obstacle> obstacle();

    /** Hands one letter over, once: a second try is the caller's decision. Never throws for what a server says or does. */
    DeliveryResult deliver(Letter letter);

    /** Ends all connections, also those in use; what is under way on them ends as {@link DeliveryResult.CutOff}. */
    @Override
    void close();
}
