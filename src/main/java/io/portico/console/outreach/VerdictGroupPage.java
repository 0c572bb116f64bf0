package io.portico.console.outreach;

import io.portico.console.people.SelectionForm;
import io.portico.outreach.Plan;
import io.portico.outreach.PlanPage;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;

/**
 * All on whom one verdict falls, a page at a time.
 *
 * @param fields whom and with which words, carried on
 * @param action where the next page is asked for
 * @param back where the whole plan is asked for
 */
public record VerdictGroupPage(
        ConsoleVisit visit, PlanPage group, List<SelectionForm.Hidden> fields, String action, String back)
        implements PageModel {
    public VerdictGroupPage {
        fields = List.copyOf(fields);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String nameOf(Plan.Row row) {
        return VerdictList.nameOf(visit, row);
    }

    public String possibleAgain(Plan.Row row) {
        return VerdictList.possibleAgain(visit, row);
    }
}
