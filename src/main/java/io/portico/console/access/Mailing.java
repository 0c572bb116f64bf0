package io.portico.console.access;

import io.portico.mail.LoginMailHistory;
import io.portico.mail.SkipReason;

/** What became of the wish to send a link by e-mail as well. */
public sealed interface Mailing {
    record NotWished() implements Mailing {}

    record OnItsWay() implements Mailing {}

    /** The address got such mails too often; the link itself is made all the same. */
    record HeldBack(SkipReason why, LoginMailHistory history) implements Mailing {}
}
