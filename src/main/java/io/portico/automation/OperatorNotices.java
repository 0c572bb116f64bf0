package io.portico.automation;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.installation.Installation;
import io.portico.kernel.ContactId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import io.portico.mail.SkipReason;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails owners and admins what an automation has to say of a contact; the button leads to the contact's page. */
@Component
class OperatorNotices implements MailComposer {
    private static final String CONTACT = "contact";
    private static final String TEXT = "text";

    private final Operators operators;
    private final Workspaces workspaces;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Installation installation;

    OperatorNotices(
            Operators operators, Workspaces workspaces, Contacts contacts, Outbox outbox, Installation installation) {
        this.operators = operators;
        this.workspaces = workspaces;
        this.contacts = contacts;
        this.outbox = outbox;
        this.installation = installation;
    }

    void order(Entry entry, String text) {
        List<NewMail> mails = operators.of(entry.workspace()).stream()
                .filter(each -> each.role() == Role.OWNER || each.role() == Role.ADMIN)
                .map(Colleague::operator)
                .map(operator -> notice(operator, entry.contact(), text))
                .toList();
        outbox.enqueue(entry.workspace(), mails);
    }

    private NewMail notice(Operator operator, ContactId contact, String text) {
        return new NewMail(
                template(),
                Optional.of(operator.id().value()),
                Optional.of(operator.email()),
                Map.of(CONTACT, contact.toString(), TEXT, text),
                Priority.BULK,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.AUTOMATION_NOTICE;
    }

    /** Whoever has left the workspace meanwhile gets nothing, and of a contact who is gone there is nothing to tell. */
    @Override
    public Composition compose(MailOrder order) {
        Optional<Contact> contact = ContactId.parse(order.details().getOrDefault(CONTACT, ""))
                .flatMap(id -> contacts.find(order.workspace(), id));
        Optional<Operator> operator = order.recipient()
                .map(OperatorId::new)
                .filter(id -> operators.roleIn(order.workspace(), id).isPresent())
                .flatMap(operators::find);
        return contact.isPresent() && operator.isPresent()
                ? ready(order, contact.get(), operator.get())
                : new Composition.Skip(SkipReason.GONE);
    }

    private Composition.Ready ready(MailOrder order, Contact contact, Operator operator) {
        String note = contact.display() + ": " + order.details().getOrDefault(TEXT, "");
        return new Composition.Ready(
                operator.email(),
                operator.language(),
                Map.of(),
                installation.consoleUrl() + contactPage(order.workspace(), contact),
                Optional.empty(),
                Optional.of(note));
    }

    private String contactPage(WorkspaceId workspace, Contact contact) {
        return "/w/" + workspaces.get(workspace).slug() + "/people/" + contact.id();
    }
}
