package io.portico.automation;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;

/**
 * Something happened to a contact, as {@link Trigger#signals} says it.
 *
 * @param xact the transaction in which it happened
 */
record Signal(WorkspaceId workspace, ContactId contact, String word, long xact) {}
