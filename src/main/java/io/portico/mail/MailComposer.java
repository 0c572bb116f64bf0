package io.portico.mail;

/**
 * Makes the content of one kind of mail when its turn comes; implemented by the room that orders it. Called outside any
 * transaction, possibly again for the same order after a fault, so it may mint a second link for it.
 */
public interface MailComposer {
    MailTemplate template();

    Composition compose(MailOrder order);
}
