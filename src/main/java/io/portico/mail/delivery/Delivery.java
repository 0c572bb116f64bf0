package io.portico.mail.delivery;

import java.util.List;
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

    /**
     * Hands letters over, each once: a second try is the caller's decision. Never throws for what a server says or does.
     *
     * @param letters at least one
     * @return the results of the first of them, in order, and at least of one. Those without a result have not left: the
     *     connection was lost, or the server is slow, and the caller may want to look about before it goes on
     */
    List<DeliveryResult> deliver(List<Letter> letters);

    /** {@link #deliver(List)} of one. */
    default DeliveryResult deliver(Letter letter) {
        return deliver(List.of(letter)).getFirst();
    }

    /** Ends all connections, also those in use; what is under way on them ends as {@link DeliveryResult.CutOff}. */
    @Override
    void close();
}
