package io.portico.outreach;

import io.portico.access.LinkMails;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import io.portico.mail.Composition;
import io.portico.mail.MailOrder;
import io.portico.mail.SkipReason;
import io.portico.workspace.Operators;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Composes the mails of runs: the recipient's own link, with the words the operator gave the run. */
@Component
class RunMail {
    private final LinkMails mails;
    private final Contacts contacts;
    private final Runs runs;
    private final Operators operators;

    RunMail(LinkMails mails, Contacts contacts, Runs runs, Operators operators) {
        this.mails = mails;
        this.contacts = contacts;
        this.runs = runs;
        this.operators = operators;
    }

    Composition loginEmail(MailOrder order) {
        return mails.compose(order, recipientOf(order), wanted(order, LinkPurpose.LOGIN_EMAIL));
    }

    /** Skips those whose invitation was revoked, or who have joined, since the run began. */
    Composition invitation(MailOrder order) {
        ContactId recipient = recipientOf(order);
        Optional<SkipReason> overtaken = contacts.find(order.workspace(), recipient)
                .map(Contact::standing)
                .flatMap(RunMail::overtaken);
        return overtaken
                .<Composition>map(Composition.Skip::new)
                .orElseGet(() -> mails.compose(order, recipient, wanted(order, LinkPurpose.INVITATION)));
    }

    private static Optional<SkipReason> overtaken(Standing standing) {
        return switch (standing.state()) {
            case JOINED -> Optional.of(SkipReason.ALREADY_JOINED);
            case REVOKED, EXPIRED -> Optional.of(SkipReason.GONE);
            case NONE, INVITED, BOUNCED, DISABLED -> Optional.empty();
        };
    }

    private LinkMails.Wanted wanted(MailOrder order, LinkPurpose purpose) {
        Optional<Run> run =
                RunId.parse(order.details().getOrDefault("run", "")).flatMap(id -> runs.find(order.workspace(), id));
        return new LinkMails.Wanted(
                purpose,
                Optional.empty(),
                LinkTarget.HOME,
                run.flatMap(Run::note),
                run.flatMap(Run::language),
                run.flatMap(Run::by)
                        .flatMap(operators::find)
                        .map(LinkMails.Sender::of)
                        .orElse(LinkMails.Sender.NOBODY));
    }

    private static ContactId recipientOf(MailOrder order) {
        return order.recipient()
                .map(ContactId::new)
                .orElseThrow(() -> new IllegalStateException("mail " + order.id() + " is for nobody"));
    }
}
