package io.portico.console.doors;

import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.ReturnPath;
import io.portico.web.StrangerVisit;
import java.util.Optional;

/** The sign-in page of the console; {@code empty} while there is no operator who could. */
public record OperatorSignInPage(
        Frame frame, Field email, Field password, Optional<String> passkeyError, String next, boolean empty)
        implements PageModel {
    static OperatorSignInPage of(StrangerVisit visit, SignInForm form, FormErrors errors, boolean empty) {
        return new OperatorSignInPage(
                visit,
                Field.text("email", visit.t("doors.email"), form.email(), errors)
                        .type("email")
                        .autocomplete("username")
                        .needed(),
                Field.text("password", visit.t("doors.password"), "", errors)
                        .type("password")
                        .autocomplete("current-password")
                        .needed(),
                errors.of("passkey"),
                ReturnPath.orStart(form.next()),
                empty);
    }
}
