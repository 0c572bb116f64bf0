package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.access.JoinLink;
import io.portico.access.NewPassword;
import io.portico.access.OperatorJoining;
import io.portico.access.Passwords;
import io.portico.kernel.Secret;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.StrangerVisit;
import io.portico.workspace.NewOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Invited people join a workspace as operators. */
@ConsoleController
class JoinController {
    private final Templates templates;
    private final OperatorJoining joining;
    private final Passwords passwords;
    private final Workspaces workspaces;
    private final Entrance entrance;

    JoinController(
            Templates templates,
            OperatorJoining joining,
            Passwords passwords,
            Workspaces workspaces,
            Entrance entrance) {
        this.templates = templates;
        this.joining = joining;
        this.passwords = passwords;
        this.workspaces = workspaces;
        this.entrance = entrance;
    }

    @GetMapping("/join/{secret}")
    @KnocksAt(Door.OPERATOR_INVITATION)
    Answer show(@PathVariable String secret, StrangerVisit visit) {
        return switch (find(secret)) {
            case JoinLink.Open open -> Answer.page(page(visit, open, JoinForm.EMPTY, FormErrors.none()));
            case JoinLink.Used used -> closed(HttpStatus.GONE, visit, visit.t("doors.join.used"));
            case JoinLink.Expired expired -> closed(HttpStatus.GONE, visit, visit.t("doors.join.expired"));
            case JoinLink.Dead dead -> closed(HttpStatus.NOT_FOUND, visit, visit.t("doors.join.dead"));
        };
    }

    @PostMapping("/join/{secret}")
    @KnocksAt(Door.OPERATOR_INVITATION)
    Answer join(
            @PathVariable String secret,
            @ModelAttribute JoinForm form,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Secret> link = Secret.parse(secret);
        if (link.isEmpty() || !(joining.find(link.get()) instanceof JoinLink.Open open)) {
            return show(secret, visit);
        }
        Optional<Operator> who = entrance.operator(visit);
        return switch (JoinPage.step(open, who)) {
            case NEW -> joinAsNew(link.get(), open, form, visit, request, response);
            case ACCEPT -> joinAs(who.orElseThrow(), link.get(), open, visit);
            case SIGN_IN, OTHER_PERSON -> Answer.invalid(page(visit, open, form, FormErrors.none()));
        };
    }

    private Answer joinAs(Operator operator, Secret link, JoinLink.Open open, StrangerVisit visit) {
        return joining.join(link, open, operator, visit.device())
                ? Answer.seeOther(workspacePath(open))
                : show(link.reveal(), visit);
    }

    private Answer joinAsNew(
            Secret link,
            JoinLink.Open open,
            JoinForm form,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormErrors errors = FormErrors.none();
        Optional<NewOperator> wanted = read(open, form, visit, errors);
        if (wanted.isEmpty()) {
            return Answer.invalid(page(visit, open, form, errors));
        }
        return joining.joinAsNew(link, open, wanted.get(), visit.device())
                .<Answer>map(operator -> entrance.enter(operator, workspacePath(open), visit, request, response))
                .orElseGet(() -> show(link.reveal(), visit));
    }

    private Optional<NewOperator> read(JoinLink.Open open, JoinForm form, StrangerVisit visit, FormErrors errors) {
        var typed = new Typed(visit.texts(), errors);
        Optional<String> name = typed.name("name", form.name());
        List<String> own = List.of(form.name(), open.email().value(), open.workspaceName());
        Optional<NewPassword> password = typed.password("password", passwords.check(form.password(), own));
        return name.isPresent() && password.isPresent()
                ? Optional.of(new NewOperator(
                        name.get(),
                        open.email(),
                        passwords.hash(password.get()),
                        visit.texts().language()))
                : Optional.empty();
    }

    private JoinLink find(String secret) {
        return Secret.parse(secret).map(joining::find).orElseGet(JoinLink.Dead::new);
    }

    private String workspacePath(JoinLink.Open open) {
        return "/w/" + workspaces.get(open.workspace()).slug();
    }

    private JteModel page(StrangerVisit visit, JoinLink.Open open, JoinForm form, FormErrors errors) {
        return templates.consoleDoorsJoin(JoinPage.of(visit, open, entrance.operator(visit), form, errors));
    }

    private Answer closed(HttpStatus status, StrangerVisit visit, String text) {
        return Answer.page(
                status,
                templates.consoleDoorsClosed(new ClosedDoor(
                        visit, visit.t("doors.join.closed"), text, visit.t("doors.sign-in"), "/sign-in")));
    }
}
