package io.portico.console.doors;

import io.portico.access.JoinLink;
import io.portico.access.Passwords;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Operator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An invitation to run a workspace, and what the visitor has to do to accept it. */
public record JoinPage(Frame frame, JoinLink.Open invitation, Step step, String visitor, Field name, Field password)
        implements PageModel {
    /** What stands between the visitor and the workspace. */
    public enum Step {
        /** Nobody has the address yet: name and password make the account. */
        NEW,
        /** The invited address has an account, and nobody is signed in. */
        SIGN_IN,
        /** The invited person is signed in. */
        ACCEPT,
        /** Somebody else is signed in. */
        OTHER_PERSON
    }

    static JoinPage of(
            StrangerVisit visit, JoinLink.Open invitation, Optional<Operator> who, JoinForm form, FormErrors errors) {
        return new JoinPage(
                visit,
                invitation,
                step(invitation, who),
                who.map(operator -> operator.email().value()).orElse(""),
                Field.text("name", visit.t("doors.name"), form.name(), errors)
                        .autocomplete("name")
                        .needed(),
                Field.text("password", visit.t("doors.password"), "", errors)
                        .type("password")
                        .autocomplete("new-password")
                        .hint(visit.t("doors.password.hint", Passwords.SHORTEST))
                        .needed());
    }

    static Step step(JoinLink.Open invitation, Optional<Operator> who) {
        if (who.isPresent()) {
            return invitation.account().equals(who.map(Operator::id)) ? Step.ACCEPT : Step.OTHER_PERSON;
        }
        return invitation.account().isPresent() ? Step.SIGN_IN : Step.NEW;
    }

    /** The sign-in page, which leads back here. */
    public String signInPath() {
        return "/sign-in?next=" + URLEncoder.encode(frame.path(), StandardCharsets.UTF_8);
    }
}
