package io.portico.console.doors;

import io.portico.access.Passwords;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Operator;

/** Sets a new password through a mailed link; {@code email} tells the browser whose it is to remember. */
public record ResetPasswordPage(Frame frame, String email, Field password) implements PageModel {
    static ResetPasswordPage of(StrangerVisit visit, Operator operator, FormErrors errors) {
        Field password = Field.text("password", visit.t("doors.new-password"), "", errors)
                .type("password")
                .autocomplete("new-password")
                .hint(visit.t("doors.password.hint", Passwords.SHORTEST))
                .needed();
        return new ResetPasswordPage(visit, operator.email().value(), password);
    }
}
