package io.portico.domains;

/** What became of a workspace's wish for a host. */
public sealed interface ClaimResult {
    /** The claim stands; its records are to be set now. */
    record Claimed(PortalHost host) implements ClaimResult {}

    /** The workspace has it, or wants it, already. */
    record Already(PortalHost host) implements ClaimResult {}

    record TooMany(int most) implements ClaimResult {}

    record Refused(HostFault fault, String found) implements ClaimResult {}
}
