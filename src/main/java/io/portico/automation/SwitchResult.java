package io.portico.automation;

/** What came of switching an automation on. */
public sealed interface SwitchResult {
    /** Contacts enter this version from now on. */
    record On(int version) implements SwitchResult {}

    /** It has no step. */
    record Empty() implements SwitchResult {}
}
