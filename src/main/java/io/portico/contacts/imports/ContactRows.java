package io.portico.contacts.imports;

import io.portico.activity.Actor;
import io.portico.contacts.CustomFields;
import io.portico.contacts.csv.ContactDraft;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes contacts of some rows at a time, without a file and an import to remember them by. As in an import, a row with
 * the address of a contact changes that contact: what it says replaces what was there, tags are added, the rest stays.
 */
@Component
public class ContactRows {
    private final ContactBatch batch;

    ContactRows(ContactBatch batch) {
        this.batch = batch;
    }

    /**
     * What became of a row.
     *
     * @param contact empty of one that is invalid: the contact would have more than {@link CustomFields#MOST} custom fields
     */
    public record Outcome(ImportVerdict verdict, Optional<ContactId> contact) {
        static final Outcome TOO_MANY_FIELDS = new Outcome(ImportVerdict.INVALID, Optional.empty());

        static Outcome of(ImportVerdict verdict, ContactId contact) {
            return new Outcome(verdict, Optional.of(contact));
        }
    }

    /**
     * All of these rows in one transaction, answered in their order.
     *
     * @param rows of which no two have the same address
     * @param source of contacts that are made of rows which say none
     */
    public List<Outcome> apply(WorkspaceId workspace, List<ContactDraft> rows, String source, Actor actor) {
        List<Incoming> incoming =
                rows.stream().map(draft -> new Incoming(0, draft, List.of())).toList();
        return batch.whole(workspace, () -> batch.write(workspace, incoming, source, actor));
    }
}
