package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps anybody from filling a mailbox with mails that let in: one address gets at most one a minute and twenty a day,
 * of all kinds together, as {@link LoginMailHistory} says.
 */
@Component
public class LoginMails {
    private final Tenancy tenancy;
    private final LoginMailStore store;
    private final Clock clock;

    LoginMails(Tenancy tenancy, LoginMailStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /** What the address got, for telling beforehand what would become of another mail. */
    public LoginMailHistory of(WorkspaceId workspace, EmailAddress address) {
        return tenancy.in(workspace, () -> store.history(workspace, address, Optional.empty(), since()));
    }

    /**
     * Notes that this mail is written now, or says why it must not be. Writing the same mail again after a fault counts
     * once. The caller holds the contact whose address it is, so that two mails are not written at the same moment.
     *
     * @param byRequest whether somebody asked for it on the sign-in page
     */
    public Optional<SkipReason> take(WorkspaceId workspace, EmailAddress address, MailId mail, boolean byRequest) {
        Instant now = clock.instant();
        return tenancy.in(workspace, () -> {
            Optional<SkipReason> refusal = store.history(workspace, address, Optional.of(mail), since())
                    .refusal(now)
                    .or(() -> byRequest ? refusalOfRequest(workspace, address, mail) : Optional.empty());
            if (refusal.isEmpty()) {
                store.note(workspace, address, mail, byRequest, now);
                store.forget(workspace, since());
            }
            return refusal;
        });
    }

    private Optional<SkipReason> refusalOfRequest(WorkspaceId workspace, EmailAddress address, MailId mail) {
        int requested = store.requested(workspace, address, mail, since());
        return requested >= LoginMailHistory.MOST_BY_REQUEST ? Optional.of(SkipReason.DAILY_LIMIT) : Optional.empty();
    }

    private Instant since() {
        return clock.instant().minus(LoginMailHistory.DAY);
    }
}
