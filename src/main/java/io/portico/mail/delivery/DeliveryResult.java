package io.portico.mail.delivery;

/** What became of a letter. Each {@code said} is one line: the server's own words, or what went wrong on the way. */
public sealed interface DeliveryResult {
    String said();

    /** The mail server has taken it over. */
    record Accepted(String said) implements DeliveryResult {}

    /** It lies in the built-in mailbox, and reached nobody. */
    record Kept() implements DeliveryResult {
        @Override
        public String said() {
            return "";
        }
    }

    /** There is no such mailbox, for good. */
    record NoSuchMailbox(String said) implements DeliveryResult {}

    /** Refused for good, for another reason than the mailbox. */
    record Rejected(String said) implements DeliveryResult {}

    /** Refused for now. */
    record AskedToWait(String said) implements DeliveryResult {}

    /** The connection broke before the answer; it may have arrived. */
    record CutOff(String said) implements DeliveryResult {}

    /** Something that every other letter would meet as well. */
    sealed interface Obstacle extends DeliveryResult {}

    record Unreachable(String said) implements Obstacle {}

    /** The server asked for a pause that is no letter's own, or ended a new connection with 421. */
    record Overloaded(String said) implements Obstacle {}

    /** The server is there but takes nothing from us: credentials, sender address or relaying refused. */
    record NotAdmitted(String said) implements Obstacle {}
}
