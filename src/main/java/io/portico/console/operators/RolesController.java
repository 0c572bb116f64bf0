package io.portico.console.operators;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.keys.ApiKey;
import io.portico.access.keys.ApiKeys;
import io.portico.kernel.OperatorId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operator;
import io.portico.workspace.OperatorRoles;
import io.portico.workspace.Operators;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import io.portico.workspace.RoleChange;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes operators' roles and takes operators out of the workspace. */
@ConsoleController
class RolesController {
    private final Templates templates;
    private final Operators operators;
    private final OperatorRoles roles;
    private final ApiKeys keys;

    RolesController(Templates templates, Operators operators, OperatorRoles roles, ApiKeys keys) {
        this.templates = templates;
        this.operators = operators;
        this.roles = roles;
        this.keys = keys;
    }

    @PostMapping("/w/{workspace}/operators/{operator}/role")
    @Needs(Permission.MANAGE_OPERATORS)
    @NeedsFreshSignIn
    Answer change(ConsoleVisit visit, @PathVariable String operator, @RequestParam(defaultValue = "") String role) {
        Role wanted = Role.parse(role).orElseThrow(() -> new NotFound("role"));
        RoleChange change = roles.change(visit.workspaceId(), id(operator), wanted, OperatorsController.acting(visit));
        Notice said = change instanceof RoleChange.Unchanged(Operator same)
                ? Notice.done("operators.role-unchanged", same.name(), visit.label(wanted))
                : said(change, done -> Notice.done("operators.role-changed", done.name(), visit.label(wanted)));
        return Answer.seeOther(visit.at("/operators")).saying(said);
    }

    @GetMapping("/w/{workspace}/operators/{operator}/remove")
    @Needs(Permission.MANAGE_OPERATORS)
    Answer ask(ConsoleVisit visit, @PathVariable String operator) {
        Colleague colleague = colleague(visit, operator);
        return Answer.page(templates.consoleOperatorsRemove(
                RemovalPage.of(visit, colleague, keysOf(visit, colleague), RemovalForm.BLANK, FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/operators/{operator}/remove")
    @Needs(Permission.MANAGE_OPERATORS)
    @NeedsFreshSignIn
    Answer remove(ConsoleVisit visit, @PathVariable String operator, @ModelAttribute RemovalForm form) {
        Colleague colleague = colleague(visit, operator);
        if (!form.names(colleague.operator())) {
            FormErrors errors = FormErrors.none().put("confirmation", visit.t("operators.remove.mismatch"));
            return Answer.invalid(templates.consoleOperatorsRemove(
                    RemovalPage.of(visit, colleague, keysOf(visit, colleague), form, errors)));
        }
        RoleChange change =
                roles.remove(visit.workspaceId(), colleague.operator().id(), OperatorsController.acting(visit));
        int revoked = change instanceof RoleChange.Done(Operator gone) && form.revokesKeys()
                ? keys.revokeMadeBy(visit.workspaceId(), gone.id(), visit.actor())
                : 0;
        boolean left = change instanceof RoleChange.Done
                && colleague.operator().id().equals(visit.operator().id());
        return Answer.seeOther(left ? "/" : visit.at("/operators"))
                .saying(said(change, done -> Notice.done("operators.removed", done.name(), revoked)));
    }

    private List<ApiKey> keysOf(ConsoleVisit visit, Colleague colleague) {
        return keys.liveMadeBy(visit.workspaceId(), colleague.operator().id());
    }

    private static Notice said(RoleChange change, Function<Operator, Notice> done) {
        return switch (change) {
            case RoleChange.Done(Operator operator) -> done.apply(operator);
            case RoleChange.Unchanged(Operator operator) ->
                throw new IllegalStateException("nothing was to be changed of " + operator.id());
            case RoleChange.AboveOwn above -> Notice.warning("operators.above-own");
            case RoleChange.LastOwner last -> Notice.warning("operators.last-owner");
            case RoleChange.NotHere gone -> throw new NotFound("operator");
        };
    }

    private Colleague colleague(ConsoleVisit visit, String operator) {
        OperatorId id = id(operator);
        return operators.of(visit.workspaceId()).stream()
                .filter(each -> each.operator().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("operator"));
    }

    private static OperatorId id(String text) {
        return OperatorId.parse(text).orElseThrow(() -> new NotFound("operator"));
    }
}
