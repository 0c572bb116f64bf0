package io.portico.api.imports;

import io.portico.api.Problem.Fault;
import io.portico.contacts.CustomFields;
import io.portico.contacts.csv.ContactDraft;
import java.util.List;

/** One row of what was sent: somebody, or what is wrong with it. */
sealed interface ImportLine {
    Fault TOO_MANY_FIELDS = new Fault(
            "/custom_fields", "too_many", "A contact has at most %d custom fields.".formatted(CustomFields.MOST));

    /** As the sender counts, from 1. */
    long row();

    record Somebody(long row, ContactDraft draft) implements ImportLine {}

    record Refused(long row, List<Fault> faults) implements ImportLine {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
