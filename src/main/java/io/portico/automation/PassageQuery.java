package io.portico.automation;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import java.util.Optional;

/**
 * Which passages are asked for.
 *
 * @param automation through this one; empty for all
 * @param contact of this contact; empty for all
 * @param before only what began before this one
 */
public record PassageQuery(
        Optional<AutomationId> automation, Optional<ContactId> contact, Optional<EntryId> before, int limit) {
    public static PassageQuery of(ContactId contact, int limit) {
        return new PassageQuery(Optional.empty(), Optional.of(contact), Optional.empty(), limit);
    }

    public static PassageQuery of(ContactId contact, AutomationId through, int limit) {
        return new PassageQuery(Optional.of(through), Optional.of(contact), Optional.empty(), limit);
    }
}
