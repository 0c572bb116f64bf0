package io.portico.console.doors;

import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.ReturnPath;
import io.portico.web.StrangerVisit;

/** Asks for the code of the authenticator app after the right password. */
public record SecondStepPage(Frame frame, Field code, String next) implements PageModel {
    static SecondStepPage of(StrangerVisit visit, String next, FormErrors errors) {
        return new SecondStepPage(
                visit,
                Field.text("code", visit.t("doors.second-step.code"), "", errors)
                        .autocomplete("one-time-code")
                        .hint(visit.t("doors.second-step.hint"))
                        .needed(),
                ReturnPath.orStart(next));
    }
}
