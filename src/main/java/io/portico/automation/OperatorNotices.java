package io.portico.automation;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.OperatorMails;
import io.portico.mail.OperatorMails.Content;
import io.portico.mail.OperatorMails.News;
import io.portico.mail.Priority;
import io.portico.mail.SkipReason;
import io.portico.workspace.Permission;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails those who manage the workspace what an automation has to say of a contact; the button leads to the contact's page. */
@Component
class OperatorNotices implements MailComposer {
    private static final String CONTACT = "contact";
    private static final String TEXT = "text";
    private static final News NOTICE =
            new News(MailTemplate.AUTOMATION_NOTICE, Permission.MANAGE_WORKSPACE, Priority.BULK);

    private final OperatorMails mails;
    private final Contacts contacts;

    OperatorNotices(OperatorMails mails, Contacts contacts) {
        this.mails = mails;
        this.contacts = contacts;
    }

    void order(Entry entry, String text) {
        mails.order(entry.workspace(), NOTICE, Map.of(CONTACT, entry.contact().toString(), TEXT, text));
    }

    @Override
    public MailTemplate template() {
        return NOTICE.template();
    }

    /** Of a contact who is gone there is nothing to tell. */
    @Override
    public Composition compose(MailOrder order) {
        return ContactId.parse(order.details().getOrDefault(CONTACT, ""))
                .flatMap(id -> contacts.find(order.workspace(), id))
                .map(contact -> mails.compose(order, NOTICE, operator -> about(contact, order)))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private static Content about(Contact contact, MailOrder order) {
        String note = contact.display() + ": " + order.details().getOrDefault(TEXT, "");
        return Content.leadingTo("/people/" + contact.id()).noting(note);
    }
}
