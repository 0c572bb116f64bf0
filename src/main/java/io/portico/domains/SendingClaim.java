package io.portico.domains;

/** What became of a wish for a sending domain. */
public sealed interface SendingClaim {
    record Claimed() implements SendingClaim {}

    /** The workspace has one; it is removed first. */
    record Already() implements SendingClaim {}

    record Refused(HostFault fault, String found) implements SendingClaim {}

    /** What is to stand before the @ is no name of a mailbox. */
    record BadMailbox() implements SendingClaim {}
}
