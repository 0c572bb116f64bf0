package io.portico.contacts;

/** What came of saving a contact. */
public sealed interface SaveResult {
    record Saved(Contact contact) implements SaveResult {}

    /** The address belongs to another contact of the workspace. */
    record AddressTaken(Contact by) implements SaveResult {}
}
