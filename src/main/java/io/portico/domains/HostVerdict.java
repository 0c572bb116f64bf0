package io.portico.domains;

/** What became of a text that was to be a host. */
public sealed interface HostVerdict {
    record Accepted(HostName host) implements HostVerdict {}

    /** @param found the part that is at fault, as it was typed */
    record Refused(HostFault fault, String found) implements HostVerdict {}
}
