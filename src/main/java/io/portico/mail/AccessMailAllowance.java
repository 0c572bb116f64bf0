package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps anybody from filling a mailbox with mails that let in: one address gets at most one a minute and twenty a day,
 * of all kinds together, as {@link AccessMailHistory} says.
 */
@Component
public class AccessMailAllowance {
    /** Of the mails that no longer count, so that the table never holds much more than a day's. */
    private static final int FORGOTTEN_FOR_EACH = 3;

    private final Tenancy tenancy;
    private final AccessMailStore store;
    private final Clock clock;

    AccessMailAllowance(Tenancy tenancy, AccessMailStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /** What the address got, for telling beforehand what would become of another mail. */
    public AccessMailHistory of(WorkspaceId workspace, EmailAddress address) {
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
                store.forget(workspace, since(), FORGOTTEN_FOR_EACH);
            }
            return refusal;
        });
    }

    /** A mail about to be written, and to whom. */
    public record Taking(MailId mail, EmailAddress address) {}

    /**
     * {@link #take} for many mails of which nobody asked for one on the sign-in page: notes those that may be written, and
     * says why of the others. Of two to one address the first is written. The caller holds all contacts.
     */
    public Map<MailId, SkipReason> take(WorkspaceId workspace, List<Taking> mails) {
        Instant now = clock.instant();
        return tenancy.in(workspace, () -> {
            Map<String, AccessMailHistory> histories = store.histories(workspace, mails, since());
            Map<MailId, SkipReason> refused = new HashMap<>();
            for (Taking taking : mails) {
                String address = taking.address().key();
                AccessMailHistory history = histories.getOrDefault(address, AccessMailHistory.NONE);
                history.refusal(now)
                        .ifPresentOrElse(
                                reason -> refused.put(taking.mail(), reason),
                                () -> histories.put(address, history.andOneAt(now)));
            }
            store.note(
                    workspace,
                    mails.stream()
                            .filter(taking -> !refused.containsKey(taking.mail()))
                            .toList(),
                    now);
            store.forget(workspace, since(), FORGOTTEN_FOR_EACH * mails.size());
            return refused;
        });
    }

    private Optional<SkipReason> refusalOfRequest(WorkspaceId workspace, EmailAddress address, MailId mail) {
        int requested = store.requested(workspace, address, mail, since());
        return requested >= AccessMailHistory.MOST_BY_REQUEST ? Optional.of(SkipReason.DAILY_LIMIT) : Optional.empty();
    }

    private Instant since() {
        return clock.instant().minus(AccessMailHistory.DAY);
    }
}
