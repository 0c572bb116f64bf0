package io.portico.api.automations;

/** @param entered false when the contact is inside already, or may not enter again yet */
record EntryShown(String contactId, boolean entered) {}
