package io.portico.automation;

import io.portico.kernel.Labelled;
import io.portico.mail.MailTemplate;

/** The mails that automations send, each with a link made for the contact at that moment. */
public enum AutomationMail implements Labelled {
    REMINDER(MailTemplate.AUTOMATION_REMINDER),
    WELCOME(MailTemplate.AUTOMATION_WELCOME),
    COME_BACK(MailTemplate.AUTOMATION_COME_BACK);

    private final MailTemplate template;

    AutomationMail(MailTemplate template) {
        this.template = template;
    }

    MailTemplate template() {
        return template;
    }
}
