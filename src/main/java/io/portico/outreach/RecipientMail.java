package io.portico.outreach;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Priority;
import java.util.Map;
import java.util.Optional;

/** Makes the ledger row of one recipient: a mail to be sent, or the reason why none is. */
final class RecipientMail {
    /** Up to so many recipients, somebody waits for the mails: they leave with the personal ones. */
    private static final int PERSONAL = 5;

    private final MailTemplate template;
    private final RunId run;
    private final Priority priority;

    RecipientMail(MailTemplate template, RunId run, int recipients) {
        this.template = template;
        this.run = run;
        this.priority = recipients <= PERSONAL ? Priority.PERSONAL : Priority.BULK;
    }

    NewMail to(Candidate candidate, Verdict verdict) {
        return row(
                verdict == Verdict.INVITED_AGAIN ? MailTemplate.INVITATION_REMINDER : template,
                Optional.of(candidate.contact()),
                candidate.email(),
                Map.of("run", run.toString()),
                verdict);
    }

    /** For an entry that is nobody's address, or was listed before; what was typed is kept to be shown. */
    NewMail skipped(TypedAddress typed, Verdict verdict) {
        return row(template, Optional.empty(), typed.address(), Map.of("typed", typed.text()), verdict);
    }

    private NewMail row(
            MailTemplate kind,
            Optional<ContactId> contact,
            Optional<EmailAddress> address,
            Map<String, String> details,
            Verdict verdict) {
        return new NewMail(
                kind, contact.map(ContactId::value), address, details, priority, Optional.of(run), verdict.skip());
    }
}
