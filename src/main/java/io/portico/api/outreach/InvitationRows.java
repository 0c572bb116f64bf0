package io.portico.api.outreach;

import io.portico.kernel.WorkspaceId;
import io.portico.outreach.Invitations;
import io.portico.outreach.Plan;
import io.portico.outreach.PlanPage;
import io.portico.outreach.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All rows of a plan, of every verdict, in the order of the run: chosen contacts first, then addresses as they came. */
@Component
class InvitationRows {
    private static final Comparator<Plan.Row> IN_ORDER =
            Comparator.<Plan.Row>comparingLong(row -> line(row.place())).thenComparing(Plan.Row::place);

    private final Invitations invitations;

    InvitationRows(Invitations invitations) {
        this.invitations = invitations;
    }

    List<Plan.Row> of(WorkspaceId workspace, RecipientsBody body, Plan plan) {
        List<Plan.Row> rows = new ArrayList<>();
        for (Verdict verdict : plan.counts().keySet()) {
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                PlanPage page = invitations.page(workspace, body.chosen(), body.typed(), verdict, after.get());
                rows.addAll(page.rows());
                after = page.next();
            }
        }
        rows.sort(IN_ORDER);
        return rows;
    }

    /** Which line of the addresses a row stands on; 0 for a chosen contact. */
    private static long line(String place) {
        return Long.parseLong(place.substring(0, place.indexOf('.')));
    }
}
