package io.portico.automation;

/** What came of a call from another program. */
public sealed interface IncomingResult {
    /** The contact enters in a moment, unless they are inside or may not enter again yet. */
    record Accepted() implements IncomingResult {}

    /** It came before, and is done once. */
    record Repeated() implements IncomingResult {}

    /** The workspace has no such contact. */
    record NoSuchContact() implements IncomingResult {}

    /** The automation is a draft, or paused. */
    record NotOn() implements IncomingResult {}
}
