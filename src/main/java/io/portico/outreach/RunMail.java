package io.portico.outreach;

import io.portico.access.Askers;
import io.portico.access.LinkMails;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailOrder;
import io.portico.mail.SkipReason;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Composes the mails of runs: the recipient's own link, with the words the operator gave the run. */
@Component
class RunMail {
    private final LinkMails mails;
    private final Contacts contacts;
    private final Runs runs;
    private final Askers askers;

    RunMail(LinkMails mails, Contacts contacts, Runs runs, Askers askers) {
        this.mails = mails;
        this.contacts = contacts;
        this.runs = runs;
        this.askers = askers;
    }

    List<Composition> loginEmails(List<MailOrder> orders) {
        return compose(orders, LinkPurpose.LOGIN_EMAIL);
    }

    /** Skips those whose invitation was revoked or has expired, or who have joined, since the run began; see {@link InvitationMail}. */
    List<Composition> invitations(List<MailOrder> orders) {
        Map<MailId, SkipReason> overtaken = overtaken(orders);
        List<MailOrder> standing = orders.stream()
                .filter(order -> !overtaken.containsKey(order.id()))
                .toList();
        Iterator<Composition> composed =
                compose(standing, LinkPurpose.INVITATION).iterator();
        return orders.stream()
                .map(order -> overtaken.containsKey(order.id())
                        ? new Composition.Skip(Objects.requireNonNull(overtaken.get(order.id())))
                        : composed.next())
                .toList();
    }

    private List<Composition> compose(List<MailOrder> orders, LinkPurpose purpose) {
        Map<RunId, LinkMails.Wanted> known = new HashMap<>();
        List<LinkMails.Ordered> wanted = orders.stream()
                .map(order -> new LinkMails.Ordered(order, recipientOf(order), wanted(order, purpose, known)))
                .toList();
        return wanted.isEmpty() ? List.of() : mails.compose(orders.getFirst().workspace(), wanted);
    }

    private Map<MailId, SkipReason> overtaken(List<MailOrder> orders) {
        Map<ContactId, Contact> invited = contacts.among(
                orders.getFirst().workspace(),
                orders.stream().map(RunMail::recipientOf).collect(Collectors.toSet()));
        Map<MailId, SkipReason> reasons = new HashMap<>();
        for (MailOrder order : orders) {
            Optional.ofNullable(invited.get(recipientOf(order)))
                    .map(Contact::standing)
                    .flatMap(InvitationMail.INVITATION::obstacle)
                    .ifPresent(reason -> reasons.put(order.id(), reason));
        }
        return reasons;
    }

    /** The words of a run are the same for all its mails, so they are looked up once. */
    private LinkMails.Wanted wanted(MailOrder order, LinkPurpose purpose, Map<RunId, LinkMails.Wanted> known) {
        return RunId.parse(order.details().getOrDefault("run", ""))
                .map(run -> known.computeIfAbsent(run, id -> wanted(order.workspace(), id, purpose)))
                .orElseGet(() -> LinkMails.Wanted.of(purpose));
    }

    private LinkMails.Wanted wanted(WorkspaceId workspace, RunId id, LinkPurpose purpose) {
        Optional<Run> run = runs.find(workspace, id);
        return new LinkMails.Wanted(
                purpose,
                Optional.empty(),
                LinkTarget.HOME,
                run.flatMap(Run::note),
                run.flatMap(Run::language),
                run.map(Run::by).map(by -> askers.sender(workspace, by)).orElse(LinkMails.Sender.NOBODY));
    }

    private static ContactId recipientOf(MailOrder order) {
        return order.recipient()
                .map(ContactId::new)
                .orElseThrow(() -> new IllegalStateException("mail " + order.id() + " is for nobody"));
    }
}
