package io.portico.automation;

import io.portico.contacts.Standing;
import io.portico.kernel.Labelled;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.outreach.InvitationMail;
import java.util.Optional;

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

    /** Why it is not sent to somebody who stands so; empty when it may be. */
    Optional<SkipReason> obstacle(Standing standing) {
        return switch (this) {
            case REMINDER -> InvitationMail.REMINDER.obstacle(standing);
            case WELCOME, COME_BACK -> Optional.empty();
        };
    }
}
