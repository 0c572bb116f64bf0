package io.portico.automation;

import io.portico.access.LinkMails;
import io.portico.access.LinkPurpose;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Composes the mails of automations, each with a link made for the contact at that moment. */
@Configuration(proxyBeanMethods = false)
class AutomationComposers {
    private final LinkMails mails;
    private final Contacts contacts;

    AutomationComposers(LinkMails mails, Contacts contacts) {
        this.mails = mails;
        this.contacts = contacts;
    }

    @Bean
    MailComposer automationReminder() {
        return new Composer(AutomationMail.REMINDER);
    }

    @Bean
    MailComposer automationWelcome() {
        return new Composer(AutomationMail.WELCOME);
    }

    @Bean
    MailComposer automationComeBack() {
        return new Composer(AutomationMail.COME_BACK);
    }

    /** One of them. */
    private final class Composer implements MailComposer {
        private final AutomationMail mail;

        Composer(AutomationMail mail) {
            this.mail = mail;
        }

        @Override
        public MailTemplate template() {
            return mail.template();
        }

        /** What waited in the outbox until it had no reason any more is not sent. */
        @Override
        public Composition compose(MailOrder order) {
            ContactId id = order.recipient()
                    .map(ContactId::new)
                    .orElseThrow(() -> new IllegalStateException("mail " + order.id() + " is for nobody"));
            return contacts.find(order.workspace(), id)
                    .map(Contact::standing)
                    .flatMap(mail::obstacle)
                    .<Composition>map(Composition.Skip::new)
                    .orElseGet(() -> mails.compose(order, id, LinkMails.Wanted.of(LinkPurpose.AUTOMATION)));
        }
    }
}
