package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.access.NewPassword;
import io.portico.access.Passwords;
import io.portico.access.SetUp;
import io.portico.access.SetUpLinks;
import io.portico.access.SetUpResult;
import io.portico.installation.Installation;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.StrangerVisit;
import io.portico.workspace.NewOperator;
import io.portico.workspace.NewWorkspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The set-up through its one-time link. */
@ConsoleController
class SetUpController {
    /** What the set-up works with. */
    @Component
    record Tools(SetUpLinks links, SetUp setUp, Passwords passwords) {}

    private final Templates templates;
    private final Tools tools;
    private final Entrance entrance;
    private final Installation installation;

    SetUpController(Templates templates, Tools tools, Entrance entrance, Installation installation) {
        this.templates = templates;
        this.tools = tools;
        this.entrance = entrance;
        this.installation = installation;
    }

    @GetMapping("/set-up/{secret}")
    Answer show(@PathVariable String secret, StrangerVisit visit) {
        return Secret.parse(secret).filter(tools.links()::isAlive).isPresent()
                ? Answer.page(page(visit, SetUpForm.EMPTY, FormErrors.none()))
                : closed(visit);
    }

    @PostMapping("/set-up/{secret}")
    Answer complete(
            @PathVariable String secret,
            @ModelAttribute SetUpForm form,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Secret> link = Secret.parse(secret).filter(tools.links()::isAlive);
        if (link.isEmpty()) {
            return closed(visit);
        }
        FormErrors errors = FormErrors.none();
        Optional<Wanted> wanted = read(form, visit, errors);
        if (wanted.isEmpty()) {
            return Answer.invalid(page(visit, form, errors));
        }
        SetUpResult result = tools.setUp()
                .complete(link.get(), wanted.get().operator(), wanted.get().workspace(), visit.device());
        return switch (result) {
            case SetUpResult.Done(var operator, var workspace) ->
                entrance.enter(operator, "/w/" + workspace.slug(), visit, request, response);
            case SetUpResult.LinkDead dead -> closed(visit);
            case SetUpResult.SubDomainTaken taken ->
                Answer.invalid(page(visit, form, errors.put("slug", visit.t("doors.field.slug-taken"))));
        };
    }

    private record Wanted(NewOperator operator, NewWorkspace workspace) {}

    private Optional<Wanted> read(SetUpForm form, StrangerVisit visit, FormErrors errors) {
        var typed = new Typed(visit.texts(), errors);
        Optional<String> name = typed.name("name", form.name());
        Optional<EmailAddress> email = typed.email("email", form.email());
        Optional<NewPassword> password =
                typed.password("password", tools.passwords().check(form.password(), form.own()));
        Optional<NewWorkspace> workspace = form.workspaceForm().read(typed, installation);
        if (name.isEmpty() || email.isEmpty() || password.isEmpty() || workspace.isEmpty()) {
            return Optional.empty();
        }
        String hash = tools.passwords().hash(password.get());
        var operator =
                new NewOperator(name.get(), email.get(), hash, visit.texts().language());
        return Optional.of(new Wanted(operator, workspace.get()));
    }

    private JteModel page(StrangerVisit visit, SetUpForm form, FormErrors errors) {
        return templates.consoleDoorsSetUp(SetUpPage.of(visit, form, errors, installation));
    }

    private Answer closed(StrangerVisit visit) {
        return Answer.page(
                HttpStatus.NOT_FOUND,
                templates.consoleDoorsClosed(new ClosedDoor(
                        visit,
                        visit.t("doors.set-up.closed"),
                        visit.t("doors.set-up.closed.text"),
                        visit.t("doors.sign-in"),
                        "/sign-in")));
    }
}
