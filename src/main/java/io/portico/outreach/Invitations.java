package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Invites contacts to the portal. Inviting somebody again sends again but never counts twice; one bad row never holds up
 * another.
 */
@Component
public class Invitations {
    /** The source of contacts who were made of a typed address. */
    public static final String SOURCE = "portal invite";

    private final Tenancy tenancy;
    private final Invitees invitees;
    private final CandidateStore candidates;
    private final InvitationLedger ledger;
    private final Clock clock;

    Invitations(Tenancy tenancy, Invitees invitees, CandidateStore candidates, InvitationLedger ledger, Clock clock) {
        this.tenancy = tenancy;
        this.invitees = invitees;
        this.candidates = candidates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What would become of each, if they were invited now. Changes nothing. */
    public Plan plan(WorkspaceId workspace, Selection chosen, List<TypedAddress> typed) {
        return tenancy.in(workspace, () -> {
            List<Invitee> all = invitees.of(workspace, chosen, typed);
            Map<ContactId, Candidate> known = byId(candidates.find(workspace, knownAmong(all)));
            Set<EmailAddress> suppressed = invitees.suppressedNewcomers(workspace, all);
            return Plan.of(all.stream()
                    .flatMap(one -> planned(one, known, suppressed).stream())
                    .toList());
        });
    }

    private Optional<Plan.Row> planned(Invitee invitee, Map<ContactId, Candidate> known, Set<EmailAddress> suppressed) {
        return switch (invitee) {
            case Invitee.Known(ContactId id) ->
                Optional.ofNullable(known.get(id)).map(this::planned);
            case Invitee.Newcomer(TypedAddress typed) ->
                Optional.of(typedRow(
                        typed,
                        OutreachPolicy.newcomer(
                                typed.address().filter(suppressed::contains).isPresent())));
            case Invitee.Invalid(TypedAddress typed) -> Optional.of(typedRow(typed, Verdict.INVALID_ADDRESS));
            case Invitee.Duplicate(TypedAddress typed) -> Optional.of(typedRow(typed, Verdict.DUPLICATE_ADDRESS));
        };
    }

    private Plan.Row planned(Candidate candidate) {
        return new Plan.Row(
                Optional.of(candidate.contact()),
                candidate.name(),
                candidate.email().map(EmailAddress::value).orElse(""),
                OutreachPolicy.invitation(candidate, clock.instant()));
    }

    private static Plan.Row typedRow(TypedAddress typed, Verdict verdict) {
        String address = typed.address().map(EmailAddress::value).orElse(typed.text());
        return new Plan.Row(Optional.empty(), typed.name().full(), address, verdict);
    }

    /** Invites all who may be, makes contacts of those who are new, and answers with the run that mails them. */
    public RunId send(WorkspaceId workspace, Selection chosen, List<TypedAddress> typed, RunWords words, Actor actor) {
        return ledger.start(workspace, words, actor, run -> {
            List<Invitee> all = invitees.of(workspace, chosen, typed).stream()
                    .map(one -> one instanceof Invitee.Newcomer newcomer
                            ? new Invitee.Known(invitees.welcome(workspace, newcomer, actor))
                            : one)
                    .toList();
            Map<ContactId, Candidate> known = byId(candidates.lock(workspace, knownAmong(all)));
            var mail = new RecipientMail(MailTemplate.INVITATION, run, all.size());
            List<NewMail> mails = new ArrayList<>();
            List<Candidate> invited = new ArrayList<>();
            all.forEach(one -> enter(one, known, mail, mails, invited));
            ledger.invite(workspace, run, invited, actor);
            return mails;
        });
    }

    private void enter(
            Invitee invitee,
            Map<ContactId, Candidate> known,
            RecipientMail mail,
            List<NewMail> mails,
            List<Candidate> invited) {
        switch (invitee) {
            case Invitee.Known(ContactId id) ->
                Optional.ofNullable(known.get(id)).ifPresent(candidate -> {
                    Verdict verdict = OutreachPolicy.invitation(candidate, clock.instant());
                    mails.add(mail.to(candidate, verdict));
                    if (verdict.getsMail()) {
                        invited.add(candidate);
                    }
                });
            case Invitee.Newcomer(TypedAddress typed) ->
                throw new IllegalStateException("not yet a contact: " + typed.text());
            case Invitee.Invalid(TypedAddress typed) -> mails.add(mail.skipped(typed, Verdict.INVALID_ADDRESS));
            case Invitee.Duplicate(TypedAddress typed) -> mails.add(mail.skipped(typed, Verdict.DUPLICATE_ADDRESS));
        }
    }

    /** The contact's one invitation, as it stands now; empty for somebody who was never invited. */
    public Optional<Invitation> of(WorkspaceId workspace, ContactId contact) {
        return ledger.find(workspace, contact);
    }

    /** Takes a pending invitation back and kills its links; false when there is none pending. */
    public boolean revoke(WorkspaceId workspace, ContactId contact, Actor actor) {
        return ledger.revoke(workspace, contact, actor);
    }

    private static List<ContactId> knownAmong(List<Invitee> all) {
        return all.stream()
                .filter(Invitee.Known.class::isInstance)
                .map(one -> ((Invitee.Known) one).contact())
                .toList();
    }

    private static Map<ContactId, Candidate> byId(List<Candidate> found) {
        return found.stream().collect(Collectors.toMap(Candidate::contact, Function.identity()));
    }
}
