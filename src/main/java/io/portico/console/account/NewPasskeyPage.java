package io.portico.console.account;

import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;

/** Asks what a new passkey is to be called, and has the browser make it. */
public record NewPasskeyPage(OperatorVisit frame, Field name) implements PageModel {
    static NewPasskeyPage of(OperatorVisit visit, String name, FormErrors errors) {
        return new NewPasskeyPage(
                visit,
                Field.text("name", visit.t("account.passkeys.name"), name, errors)
                        .hint(visit.t("account.passkeys.name.hint"))
                        .needed());
    }
}
