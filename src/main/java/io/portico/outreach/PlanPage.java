package io.portico.outreach;

import java.util.List;
import java.util.Optional;

/**
 * A page of those on whom one verdict falls, in the order of the run.
 *
 * @param next the place after which the next page begins; empty on the last one
 */
public record PlanPage(Verdict verdict, List<Plan.Row> rows, Optional<String> next) {
    /** So many rows are on a page. */
    public static final int SIZE = 50;

    public PlanPage {
        rows = List.copyOf(rows);
    }
}
