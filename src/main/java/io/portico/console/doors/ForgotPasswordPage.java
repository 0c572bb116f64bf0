package io.portico.console.doors;

import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.StrangerVisit;

/** Asks for the address that gets a link for a new password; once {@code asked}, says the same to everybody. */
public record ForgotPasswordPage(Frame frame, Field email, boolean asked) implements PageModel {
    static ForgotPasswordPage of(StrangerVisit visit, String email, FormErrors errors, boolean asked) {
        Field field = Field.text("email", visit.t("doors.email"), email, errors)
                .type("email")
                .autocomplete("username")
                .needed();
        return new ForgotPasswordPage(visit, field, asked);
    }
}
