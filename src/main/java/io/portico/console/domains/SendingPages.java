package io.portico.console.domains;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.domains.SendingChecks;
import io.portico.domains.SendingDomains;
import io.portico.mail.Senders;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import org.springframework.stereotype.Component;

/** Makes the page of sender and sending domain, with whichever of its two forms was filled in wrongly. */
@Component
class SendingPages {
    private final Templates templates;
    private final Senders senders;
    private final SendingDomains domains;
    private final SendingChecks checks;

    SendingPages(Templates templates, Senders senders, SendingDomains domains, SendingChecks checks) {
        this.templates = templates;
        this.senders = senders;
        this.domains = domains;
        this.checks = checks;
    }

    JteModel of(ConsoleVisit visit) {
        return withSender(visit, SenderForm.of(senders.chosen(visit.workspaceId())), FormErrors.none());
    }

    JteModel withSender(ConsoleVisit visit, SenderForm form, FormErrors errors) {
        return page(visit, form, new DomainFields("", "portal"), errors);
    }

    JteModel withDomain(ConsoleVisit visit, String domain, String mailbox, FormErrors errors) {
        SenderForm chosen = SenderForm.of(senders.chosen(visit.workspaceId()));
        return page(visit, chosen, new DomainFields(domain, mailbox), errors);
    }

    /** A sending domain as it was typed. */
    record DomainFields(String domain, String mailbox) {}

    private JteModel page(ConsoleVisit visit, SenderForm form, DomainFields typed, FormErrors errors) {
        var guide = domains.of(visit.workspaceId()).map(domain -> SendingGuide.of(domain, checks.records(domain)));
        return templates.consoleDomainsSending(
                SendingPage.of(visit, senders.of(visit.workspace()), form, typed, errors, guide));
    }
}
