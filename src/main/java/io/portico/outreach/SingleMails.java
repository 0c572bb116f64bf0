package io.portico.outreach;

import io.portico.access.LinkPurpose;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.tenancy.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Invitations and login e-mails that belong to no run: of automations. The rules are those of runs; the mails stand in the
 * mail log alone. Within the transaction of the caller, who holds the contacts.
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

    /** Invites those whose verdict says so, and notes it; with the others nothing is done. */
    public Map<ContactId, Verdict> invite(WorkspaceId workspace, Collection<Contact> contacts, Actor actor) {
        Map<ContactId, Verdict> verdicts = verdicts(workspace, RunKind.INVITATIONS, contacts);
        List<Contact> invited = mailed(contacts, verdicts);
        if (!invited.isEmpty()) {
            note(workspace, invited, actor);
            enqueue(
                    workspace,
                    invited,
                    each -> verdicts.get(each.id()) == Verdict.INVITED_AGAIN
                            ? MailTemplate.INVITATION_REMINDER
                            : MailTemplate.INVITATION);
        }
        return verdicts;
    }

    /** Orders login e-mails where the verdict says so; otherwise nothing is done. */
    public Map<ContactId, Verdict> sendLoginEmails(WorkspaceId workspace, Collection<Contact> contacts) {
        Map<ContactId, Verdict> verdicts = verdicts(workspace, RunKind.LOGIN_EMAILS, contacts);
        enqueue(workspace, mailed(contacts, verdicts), each -> MailTemplate.LOGIN_EMAIL);
        return verdicts;
    }

    private Map<ContactId, Verdict> verdicts(WorkspaceId workspace, RunKind kind, Collection<Contact> contacts) {
        var these = new Selection.These(contacts.stream().map(Contact::id).toList());
        return audiences.of(workspace, kind, these, List.of(), verdicts::each);
    }

    private static List<Contact> mailed(Collection<Contact> contacts, Map<ContactId, Verdict> verdicts) {
        return contacts.stream()
                .filter(each -> {
                    Verdict verdict = verdicts.get(each.id());
                    return verdict != null && verdict.getsMail();
                })
                .toList();
    }

    private void note(WorkspaceId workspace, List<Contact> contacts, Actor actor) {
        Instant now = clock.instant();
        Rows invited = new Rows(
                "select unnest(:invited::uuid[]) as recipient_id",
                Map.of(
                        "invited",
                        contacts.stream().map(each -> each.id().toString()).toArray(String[]::new),
                        "workspace",
                        workspace.value()));
        ledgers.traces()
                .activity()
                .recordEach(
                        workspace, actor, ContactInvited.class, InvitationStore.facts(invited, Optional.empty(), now));
        invitations.save(
                workspace,
                invited,
                actor,
                now,
                now.plus(ledgers.traces().policies().of(workspace).of(LinkPurpose.INVITATION)));
        ledgers.traces().contacts().invited(workspace, InvitationStore.contacts(invited), now);
    }

    private void enqueue(WorkspaceId workspace, List<Contact> contacts, Function<Contact, MailTemplate> template) {
        if (contacts.isEmpty()) {
            return;
        }
        ledgers.outbox()
                .enqueue(
                        workspace,
                        contacts.stream()
                                .map(each -> NewMail.bulk(
                                        template.apply(each),
                                        each.id().value(),
                                        each.email().orElseThrow(),
                                        Map.of()))
                                .toList());
    }
}
