package io.portico.console.operators;

import io.portico.access.keys.ApiKey;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.workspace.Colleague;
import java.util.List;

/**
 * Asks once more before an operator is removed: the address must be typed.
 *
 * @param keys the live API keys they made, which can go with them
 */
public record RemovalPage(
        ConsoleVisit visit,
        Colleague colleague,
        boolean self,
        List<ApiKey> keys,
        boolean revokesKeys,
        Field confirmation)
        implements PageModel {
    public RemovalPage {
        keys = List.copyOf(keys);
    }

    static RemovalPage of(
            ConsoleVisit visit, Colleague colleague, List<ApiKey> keys, RemovalForm form, FormErrors errors) {
        String email = colleague.operator().email().value();
        return new RemovalPage(
                visit,
                colleague,
                colleague.operator().id().equals(visit.operator().id()),
                keys,
                form.revokesKeys(),
                Field.text("confirmation", visit.t("operators.remove.confirm", email), form.typed(), errors)
                        .needed());
    }

    @Override
    public Frame frame() {
        return visit;
    }
}
