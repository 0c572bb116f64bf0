package io.portico.console.account;

import io.portico.access.Passwords;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;

/** Asks for the current password and the new one. */
public record ChangePasswordPage(OperatorVisit frame, Field current, Field wanted) implements PageModel {
    static ChangePasswordPage of(OperatorVisit visit, FormErrors errors) {
        return new ChangePasswordPage(
                visit,
                Field.text("currentPassword", visit.t("account.password.current"), "", errors)
                        .type("password")
                        .autocomplete("current-password")
                        .needed(),
                Field.text("newPassword", visit.t("doors.new-password"), "", errors)
                        .type("password")
                        .autocomplete("new-password")
                        .hint(visit.t("doors.password.hint", Passwords.SHORTEST))
                        .needed());
    }
}
