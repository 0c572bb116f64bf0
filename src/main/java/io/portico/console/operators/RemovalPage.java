package io.portico.console.operators;

import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.workspace.Colleague;

/** Asks once more before an operator is removed: the address must be typed. */
public record RemovalPage(ConsoleVisit visit, Colleague colleague, boolean self, Field confirmation)
        implements PageModel {
    static RemovalPage of(ConsoleVisit visit, Colleague colleague, String typed, FormErrors errors) {
        String email = colleague.operator().email().value();
        return new RemovalPage(
                visit,
                colleague,
                colleague.operator().id().equals(visit.operator().id()),
                Field.text("confirmation", visit.t("operators.remove.confirm", email), typed, errors)
                        .needed());
    }

    @Override
    public Frame frame() {
        return visit;
    }
}
