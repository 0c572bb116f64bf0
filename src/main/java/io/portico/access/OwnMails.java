package io.portico.access;

import io.portico.contacts.Contact;
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
import io.portico.mail.OwnValues;
import io.portico.mail.Vocabularies;
import io.portico.mail.content.WordsCheck;
import io.portico.mail.content.WordsReader;
import java.util.Collection;
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
    private final OwnValues own;
    private final Outbox outbox;

    OwnMails(LinkMails mails, KeptWords kept, Vocabularies vocabularies, OwnValues own, Outbox outbox) {
        this.mails = mails;
        this.kept = kept;
        this.vocabularies = vocabularies;
        this.own = own;
        this.outbox = outbox;
    }

    /**
     * To be asked when the words are written; {@link #send} takes what it accepted. The values of the workspace's own that
     * they use are not deleted before the transaction around this ends.
     */
    public WordsCheck check(WorkspaceId workspace, MailWords words) {
        own.hold(workspace, words.ownValues());
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
        return outbox.enqueue(
                workspace,
                NewMail.personal(
                        MailTemplate.OWN_MAIL, contact.value(), address, details(workspace, words, target, by)));
    }

    /** {@link #send} to many, of an automation: to the portal's home, and behind the mails that somebody waits for. */
    public void sendBulk(WorkspaceId workspace, Collection<Contact> contacts, MailWords words) {
        Map<String, String> details = details(workspace, words, LinkTarget.HOME, LinkMails.Sender.NOBODY);
        outbox.enqueue(
                workspace,
                contacts.stream()
                        .map(each -> NewMail.bulk(
                                MailTemplate.OWN_MAIL,
                                each.id().value(),
                                each.email().orElseThrow(),
                                details))
                        .toList());
    }

    private Map<String, String> details(
            WorkspaceId workspace, MailWords words, LinkTarget target, LinkMails.Sender by) {
        return Map.of(
                WORDS,
                kept.keep(workspace, words),
                "target",
                target.path(),
                "operator",
                by.name(),
                "operator-email",
                by.email());
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
