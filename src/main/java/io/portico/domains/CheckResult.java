package io.portico.domains;

/** What a look at a host's records came to. */
public sealed interface CheckResult {
    PortalHost host();

    /** The records are there, and the host is the workspace's. */
    record Holds(PortalHost host) implements CheckResult {}

    /** Something is missing still, or again. */
    record Lacks(PortalHost host) implements CheckResult {}

    /**
     * The records are there, and so are those of another workspace, which had the host first. It gives way when its own
     * token is gone from DNS.
     */
    record HeldByAnother(PortalHost host) implements CheckResult {}
}
