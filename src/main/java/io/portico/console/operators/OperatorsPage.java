package io.portico.console.operators;

import io.portico.access.OperatorInvitation;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.workspace.Colleague;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Everybody who runs the workspace, and whoever was invited to. */
public record OperatorsPage(
        ConsoleVisit visit,
        List<Colleague> colleagues,
        List<OperatorInvitation> invitations,
        Instant now,
        Field email,
        Field role)
        implements PageModel {
    public OperatorsPage {
        colleagues = List.copyOf(colleagues);
        invitations = List.copyOf(invitations);
    }

    static OperatorsPage of(
            ConsoleVisit visit,
            List<Colleague> colleagues,
            List<OperatorInvitation> invitations,
            Instant now,
            InvitationForm form,
            FormErrors errors) {
        List<Field.Option> roles = Arrays.stream(Role.values())
                .filter(visit.role()::mayGive)
                .map(each -> new Field.Option(each.word(), visit.label(each)))
                .toList();
        return new OperatorsPage(
                visit,
                colleagues,
                invitations,
                now,
                Field.text("email", visit.t("operators.email"), form.email(), errors)
                        .type("email")
                        .needed(),
                Field.select("role", visit.t("operators.role"), form.role(), roles, errors));
    }

    @Override
    public Frame frame() {
        return visit;
    }

    public boolean manages() {
        return visit.may(Permission.MANAGE_OPERATORS);
    }

    public boolean isSelf(Colleague colleague) {
        return colleague.operator().id().equals(visit.operator().id());
    }

    /** Whether the visitor may change or remove this colleague. */
    public boolean mayChange(Colleague colleague) {
        return visit.role().mayGive(colleague.role());
    }

    public boolean mayChange(OperatorInvitation invitation) {
        return visit.role().mayGive(invitation.role());
    }

    /** The roles the visitor may give. */
    public List<Role> givable() {
        return Arrays.stream(Role.values()).filter(visit.role()::mayGive).toList();
    }
}
