package io.portico.api.outreach;

import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import io.portico.outreach.Plan;
import java.util.List;
import java.util.Optional;

/** What became of a call to invite: the run that mails, and a verdict per row in the order of the call. */
record InvitedShown(String runId, int invited, List<Row> rows) {
    /**
     * One recipient.
     *
     * @param contactId null for what is no address
     * @param invited whether they get a mail
     */
    record Row(Optional<String> contactId, String address, String verdict, boolean invited) {
        static Row of(Plan.Row row, Optional<ContactId> contact) {
            return new Row(
                    row.contact().or(() -> contact).map(ContactId::toString),
                    row.address(),
                    row.verdict().word(),
                    row.verdict().getsMail());
        }
    }

    InvitedShown {
        rows = List.copyOf(rows);
    }

    static InvitedShown of(RunId run, Plan plan, List<Row> rows) {
        return new InvitedShown(run.toString(), plan.mails(), rows);
    }
}
