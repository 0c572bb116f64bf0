package io.portico.mail;

import java.util.List;

/**
 * Makes the content of one kind of mail when its turn comes; implemented by the room that orders it, one for each
 * template. Called outside any transaction, and only when the mail server is there to take the mail.
 *
 * <p>May be called again for the same order after a fault, so it may mint a second link for it. After a fault the next
 * call comes no sooner than a minute later; when a worker ends, or a run is paused, with the mail in hand, it may come at
 * once.
 */
public interface MailComposer {
    MailTemplate template();

    Composition compose(MailOrder order);

    /**
     * {@link #compose(MailOrder)} of many orders of one workspace, for a composer that can do it at less cost than one by
     * one. When it throws, nothing was minted, and the orders are composed one by one.
     *
     * @return one for each, in their order
     */
    default List<Composition> compose(List<MailOrder> orders) {
        return orders.stream().map(this::compose).toList();
    }
}
