package io.portico.access;

import io.portico.mail.AccessMailHistory;
import io.portico.mail.SkipReason;

/** What became of the wish to send a link by e-mail. */
public sealed interface LinkMailing {
    record OnItsWay() implements LinkMailing {}

    /** The address got such mails too often lately. */
    record HeldBack(SkipReason why, AccessMailHistory history) implements LinkMailing {}
}
