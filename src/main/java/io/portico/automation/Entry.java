package io.portico.automation;

import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;

/**
 * A contact inside an automation, held while its next steps are done.
 *
 * @param step the index of the step that is next
 * @param waiting whether that step has begun to wait already
 * @param depth how many automations led to one another before this one
 */
record Entry(
        WorkspaceId workspace,
        EntryId id,
        ContactId contact,
        Definition definition,
        int step,
        boolean waiting,
        int depth) {}
