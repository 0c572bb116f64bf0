package io.portico.console.people;

import io.portico.kernel.EmailAddress;
import io.portico.mail.Suppression;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Texts;

/** A contact's address that no mail goes to, and why it may be wanted to go there again. */
public record SuppressedAddress(EmailAddress address, Suppression suppression, Field reason) {
    private static final int LONGEST_REASON = 300;

    static SuppressedAddress of(
            ConsoleVisit visit, EmailAddress address, Suppression suppression, String typed, FormErrors errors) {
        Field reason = Field.text("reason", visit.t("suppression.reason"), typed, errors)
                .hint(visit.t("suppression.reason.hint"))
                .needed();
        return new SuppressedAddress(address, suppression, reason);
    }

    static FormErrors check(String reason, Texts texts) {
        var errors = FormErrors.none();
        if (reason.isEmpty()) {
            errors.put("reason", texts.t("suppression.reason.empty"));
        }
        if (reason.length() > LONGEST_REASON) {
            errors.put("reason", texts.t("suppression.reason.long", LONGEST_REASON, reason.length()));
        }
        return errors;
    }
}
