package io.portico.api.automations;

import io.portico.kernel.ContactId;
import java.util.Optional;

/** @param keptOut why the contact did not enter; empty when they did */
record EntryShown(String contactId, boolean entered, Optional<String> keptOut) {
    static EntryShown of(ContactId contact, Optional<KeptOut> why) {
        return new EntryShown(contact.toString(), why.isEmpty(), why.map(KeptOut::word));
    }
}
