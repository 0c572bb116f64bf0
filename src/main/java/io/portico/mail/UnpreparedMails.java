package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Mails of a run that stand in its ledger, and wait for the room that ordered them to do what belongs to them: for the
 * invitation to be noted, say. It does so for a portion at a time. Portions of one run are taken one after the other.
 */
@Component
public class UnpreparedMails {
    /** How long before a mail is due it is prepared. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Of the latest so many that were prepared at most half wait still; of a run that is stopped, these were in vain. */
    private static final int MOST_AHEAD = 2_000;

    /** How often a run that is paused is looked at again. */
    private static final Duration WHILE_STOPPED = Duration.ofSeconds(10);

    private final Tenancy tenancy;
    private final UnpreparedMailStore store;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    UnpreparedMails(Tenancy tenancy, UnpreparedMailStore store, ApplicationEventPublisher news, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The next portion in the order of the run, held until the transaction ends. Empty when none is left, and while none
     * may leave soon: the run is paused, its next mail is due later, or many that are prepared still wait.
     */
    public List<MailId> portion(WorkspaceId workspace, RunId run, int most) {
        Instant soon = clock.instant().plus(AHEAD);
        return tenancy.in(
                workspace,
                () -> store.isRunning(workspace, run) && !store.isAhead(workspace, run, MOST_AHEAD)
                        ? store.portion(workspace, run, soon, most)
                        : List.of());
    }

    /** When to ask for a portion again, at the earliest; empty when none is left. */
    public Optional<Instant> nextPortion(WorkspaceId workspace, RunId run) {
        return tenancy.in(
                workspace,
                () -> store.nextDue(workspace, run)
                        .map(due -> store.isRunning(workspace, run)
                                ? due.minus(AHEAD)
                                : clock.instant().plus(WHILE_STOPPED)));
    }

    /** Those of the portion that are to be prepared still, as a select of {@code mail_id} and {@code recipient_id}. */
    public Rows in(WorkspaceId workspace, List<MailId> portion) {
        return UnpreparedMailStore.in(workspace, portion);
    }

    /**
     * These of the portion are not to be sent after all.
     *
     * @param mails a select of {@code mail_id} and {@code reason}, the word of a {@link SkipReason}
     */
    public void skip(WorkspaceId workspace, Rows mails) {
        tenancy.run(workspace, () -> store.skip(workspace, mails, clock.instant()));
    }

    /** The mails of the portion may leave. */
    public void letGo(WorkspaceId workspace, List<MailId> portion) {
        tenancy.run(workspace, () -> {
            store.letGo(workspace, portion, clock.instant());
            news.publishEvent(new MailsOrdered(workspace));
        });
    }
}
