package io.portico.console.operators;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.access.OperatorInvitation;
import io.portico.access.OperatorInvitations;
import io.portico.access.OperatorInviteResult;
import io.portico.console.doors.Typed;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorInvitationId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.web.Sends;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Operators;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who runs the workspace: the list, and the invitations to it. */
@ConsoleController
class OperatorsController {
    private final Templates templates;
    private final Operators operators;
    private final OperatorInvitations invitations;
    private final Clock clock;

    OperatorsController(Templates templates, Operators operators, OperatorInvitations invitations, Clock clock) {
        this.templates = templates;
        this.operators = operators;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping("/w/{workspace}/operators")
    @Needs(Permission.READ)
    Answer list(ConsoleVisit visit) {
        return Answer.page(page(visit, InvitationForm.EMPTY, FormErrors.none()));
    }

    @PostMapping("/w/{workspace}/operators")
    @Needs(Permission.MANAGE_OPERATORS)
    @NeedsFreshSignIn
    @Sends
    Answer invite(ConsoleVisit visit, @ModelAttribute InvitationForm form) {
        FormErrors errors = FormErrors.none();
        Optional<EmailAddress> email = new Typed(visit.texts(), errors).email("email", form.email());
        Optional<Role> role = Role.parse(form.role());
        if (role.isEmpty()) {
            errors.put("role", visit.t("operators.role.choose"));
        }
        if (email.isEmpty() || role.isEmpty()) {
            return Answer.invalid(page(visit, form, errors));
        }
        return switch (invitations.invite(visit.workspaceId(), email.get(), role.get(), acting(visit))) {
            case OperatorInviteResult.Ordered(var to) ->
                Answer.seeOther(visit.at("/operators")).saying(Notice.done("operators.invited", to));
            case OperatorInviteResult.AboveOwn above ->
                invalid(visit, form, errors.put("role", visit.t("operators.above-own")));
            case OperatorInviteResult.AlreadyHere(var name) ->
                invalid(visit, form, errors.put("email", visit.t("operators.here", name)));
            case OperatorInviteResult.TooSoon(var delay) ->
                invalid(visit, form, errors.put("email", visit.t("operators.soon", delay.toSeconds() + 1)));
            case OperatorInviteResult.Gone gone -> throw new IllegalStateException("a new invitation cannot be gone");
        };
    }

    @PostMapping("/w/{workspace}/operators/invitations/{invitation}/resend")
    @Needs(Permission.MANAGE_OPERATORS)
    @NeedsFreshSignIn
    @Sends
    Answer resend(ConsoleVisit visit, @PathVariable String invitation) {
        Notice said = switch (invitations.resend(visit.workspaceId(), id(invitation), acting(visit))) {
            case OperatorInviteResult.Ordered(var to) -> Notice.done("operators.invited", to);
            case OperatorInviteResult.AboveOwn above -> Notice.warning("operators.above-own");
            case OperatorInviteResult.AlreadyHere(var name) -> Notice.warning("operators.here", name);
            case OperatorInviteResult.TooSoon(var delay) -> Notice.warning("operators.soon", delay.toSeconds() + 1);
            case OperatorInviteResult.Gone gone -> throw new NotFound("invitation");
        };
        return Answer.seeOther(visit.at("/operators")).saying(said);
    }

    @PostMapping("/w/{workspace}/operators/invitations/{invitation}/revoke")
    @Needs(Permission.MANAGE_OPERATORS)
    Answer revoke(ConsoleVisit visit, @PathVariable String invitation) {
        EmailAddress revoked = invitations
                .revoke(visit.workspaceId(), id(invitation), acting(visit))
                .orElseThrow(() -> new NotFound("invitation"));
        return Answer.seeOther(visit.at("/operators")).saying(Notice.done("operators.revoked", revoked));
    }

    static ActingOperator acting(ConsoleVisit visit) {
        return new ActingOperator(
                visit.operator().id(), visit.role(), visit.device().ip());
    }

    private static OperatorInvitationId id(String text) {
        return OperatorInvitationId.parse(text).orElseThrow(() -> new NotFound("invitation"));
    }

    private Answer invalid(ConsoleVisit visit, InvitationForm form, FormErrors errors) {
        return Answer.invalid(page(visit, form, errors));
    }

    private JteModel page(ConsoleVisit visit, InvitationForm form, FormErrors errors) {
        List<OperatorInvitation> open =
                visit.may(Permission.MANAGE_OPERATORS) ? invitations.open(visit.workspaceId()) : List.of();
        return templates.consoleOperatorsList(
                OperatorsPage.of(visit, operators.of(visit.workspaceId()), open, clock.instant(), form, errors));
    }
}
