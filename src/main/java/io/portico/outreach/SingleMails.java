package io.portico.outreach;

import io.portico.access.LinkPurpose;
import io.portico.activity.Actor;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import io.portico.tenancy.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invitations and login e-mails to one contact that belong to no run: of automations. The rules are those of runs; the
 * mail stands in the mail log alone. Within the transaction of the caller, who holds the contact.
 */
@Component
public class SingleMails {
    private final Audiences audiences;
    private final VerdictStore verdicts;
    private final InvitationStore invitations;
    private final Ledgers ledgers;
    private final Clock clock;

    SingleMails(Audiences audiences, VerdictStore verdicts, InvitationStore invitations, Ledgers ledgers, Clock clock) {
        this.audiences = audiences;
        this.verdicts = verdicts;
        this.invitations = invitations;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** Where such a mail leaves traces. */
    @Component
    record Ledgers(InvitationLedger.Traces traces, Outbox outbox) {}

    /** Invites, and notes it, where the verdict says so; otherwise nothing is done. */
    public Verdict invite(WorkspaceId workspace, ContactId contact, Actor actor) {
        Verdict verdict = verdict(workspace, RunKind.INVITATIONS, contact);
        if (verdict.getsMail()) {
            note(workspace, contact, actor);
            enqueue(
                    workspace,
                    contact,
                    verdict == Verdict.INVITED_AGAIN ? MailTemplate.INVITATION_REMINDER : MailTemplate.INVITATION);
        }
        return verdict;
    }

    /** Orders a login e-mail where the verdict says so; otherwise nothing is done. */
    public Verdict sendLoginEmail(WorkspaceId workspace, ContactId contact) {
        Verdict verdict = verdict(workspace, RunKind.LOGIN_EMAILS, contact);
        if (verdict.getsMail()) {
            enqueue(workspace, contact, MailTemplate.LOGIN_EMAIL);
        }
        return verdict;
    }

    private Verdict verdict(WorkspaceId workspace, RunKind kind, ContactId contact) {
        return audiences.of(workspace, kind, Selection.of(contact), List.of(), verdicts::plan).rows().stream()
                .map(Plan.Row::verdict)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the contact is gone: " + contact));
    }

    private void note(WorkspaceId workspace, ContactId contact, Actor actor) {
        Instant now = clock.instant();
        Rows one = new Rows(
                "select :invited::uuid as recipient_id",
                Map.of("invited", contact.value(), "workspace", workspace.value()));
        ledgers.traces()
                .activity()
                .recordEach(workspace, actor, ContactInvited.class, InvitationStore.facts(one, Optional.empty(), now));
        invitations.save(
                workspace,
                one,
                actor,
                now,
                now.plus(ledgers.traces().policies().of(workspace).of(LinkPurpose.INVITATION)));
        ledgers.traces().contacts().invited(workspace, InvitationStore.contacts(one), now);
    }

    private void enqueue(WorkspaceId workspace, ContactId contact, MailTemplate template) {
        ledgers.outbox()
                .enqueue(
                        workspace,
                        new NewMail(
                                template,
                                Optional.of(contact.value()),
                                ledgers.traces()
                                        .contacts()
                                        .get(workspace, contact)
                                        .email(),
                                Map.of(),
                                Priority.BULK,
                                Optional.empty(),
                                Optional.empty()));
    }
}
