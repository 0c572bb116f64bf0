package io.portico.mail;

/**
 * Makes the content of one kind of mail when its turn comes; implemented by the room that orders it, one for each
 * template. Called outside any transaction, and only when the mail server is there to take the mail.
 *
 * <p>May be called again for the same order after a fault, so it may mint a second link for it. The next call comes no
 * sooner than a minute after the one before.
 */
public interface MailComposer {
    MailTemplate template();

    Composition compose(MailOrder order);
}
