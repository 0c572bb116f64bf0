package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.KeptWords;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import io.portico.mail.Vocabularies;
import io.portico.mail.content.WordsCheck;
import io.portico.mail.content.WordsReader;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mails to contacts whose words are no template's: of automations, and of programs that use the API. They look like all
 * others, and their button signs the contact in with a link of purpose {@link LinkPurpose#AUTOMATION} that is minted when
 * the mail is written.
 */
@Component
public class OwnMails implements MailComposer {
    private static final String WORDS = "words";

    private final LinkMails mails;
    private final KeptWords kept;
    private final Vocabularies vocabularies;
    private final Outbox outbox;

    OwnMails(LinkMails mails, KeptWords kept, Vocabularies vocabularies, Outbox outbox) {
        this.mails = mails;
        this.kept = kept;
        this.vocabularies = vocabularies;
        this.outbox = outbox;
    }

    /** To be asked when the words are written; {@link #send} takes what it accepted. */
    public WordsCheck check(WorkspaceId workspace, MailWords words) {
        return WordsReader.of(words, vocabularies.toContacts(workspace)).check();
    }

    /**
     * Orders one, within the transaction around this. It is skipped in its turn, with the reason in the mail log, when the
     * contact is gone, disabled, suppressed, or got mails that let in too often.
     *
     * @param target where the button leads once the contact is in
     * @param by whose name {@code operator.*} is, {@link LinkMails.Sender#NOBODY} for an automation
     */
    public MailId send(
            WorkspaceId workspace,
            ContactId contact,
            EmailAddress address,
            MailWords words,
            LinkTarget target,
            LinkMails.Sender by) {
        return send(workspace, contact, address, words, target, by, Priority.PERSONAL);
    }

    /** {@link #send}, of an automation: to the portal's home, and behind the mails that somebody waits for. */
    public MailId sendBulk(WorkspaceId workspace, ContactId contact, EmailAddress address, MailWords words) {
        return send(workspace, contact, address, words, LinkTarget.HOME, LinkMails.Sender.NOBODY, Priority.BULK);
    }

    private MailId send(
            WorkspaceId workspace,
            ContactId contact,
            EmailAddress address,
            MailWords words,
            LinkTarget target,
            LinkMails.Sender by,
            Priority priority) {
        Map<String, String> details = Map.of(
                WORDS,
                kept.keep(workspace, words),
                "target",
                target.path(),
                "operator",
                by.name(),
                "operator-email",
                by.email());
        return outbox.enqueue(
                workspace,
                new NewMail(
                        MailTemplate.OWN_MAIL,
                        Optional.of(contact.value()),
                        Optional.of(address),
                        details,
                        priority,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.OWN_MAIL;
    }

    @Override
    public Composition compose(MailOrder order) {
        ContactId contact = order.recipient()
                .map(ContactId::new)
                .orElseThrow(() -> new IllegalStateException("mail " + order.id() + " is for nobody"));
        MailWords words = kept.find(order.workspace(), order.details().getOrDefault(WORDS, ""))
                .orElseThrow(() -> new IllegalStateException("mail " + order.id() + " has no words"));
        return switch (mails.compose(order, contact, wanted(order))) {
            case Composition.Skip skip -> skip;
            case Composition.Ready ready -> ready.saying(words);
        };
    }

    private static LinkMails.Wanted wanted(MailOrder order) {
        var details = order.details();
        return new LinkMails.Wanted(
                LinkPurpose.AUTOMATION,
                Optional.empty(),
                LinkTarget.parse(details.getOrDefault("target", "/")).orElse(LinkTarget.HOME),
                Optional.empty(),
                Optional.empty(),
                new LinkMails.Sender(details.getOrDefault("operator", ""), details.getOrDefault("operator-email", "")));
    }
}
