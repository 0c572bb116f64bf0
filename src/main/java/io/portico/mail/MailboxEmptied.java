package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** All mails of the built-in mailbox were deleted; {@code text} is how many. */
@FactKind("mailbox.emptied")
public record MailboxEmptied(String text) implements Fact {}
