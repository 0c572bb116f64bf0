package io.portico.portal;

import io.portico.contacts.Contact;
import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import io.portico.web.PageModel;
import io.portico.web.PortalVisit;
import java.util.Optional;

/** What a contact sees after signing in: a greeting, the apps, and what there is to know. */
public record HomePage(PortalVisit frame, Contact member) implements PageModel {
    static HomePage of(PortalVisit visit) {
        return new HomePage(visit, visit.member());
    }

    public String greeting() {
        PersonName name = member.name();
        String called = name.first().isEmpty() ? name.full() : name.first();
        return called.isEmpty() ? t("portal.home.greeting.nameless") : t("portal.home.greeting", called);
    }

    public Optional<String> welcome() {
        return frame.brand().words().welcome(frame.texts().language());
    }

    public String business() {
        return frame.workspace().name();
    }

    /** The address that no mailed link has confirmed yet. */
    public Optional<EmailAddress> unconfirmed() {
        return member.email().filter(address -> !member.emailVerified());
    }
}
