package io.portico.mail;

import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Mails of a run that stand in its ledger, and wait for the room that ordered them to do what belongs to them: for the
 * invitation to be noted, say. It does so for a portion at a time, which it names by the place in the ledger where it
 * ends. Portions of one run are taken one after the other.
 */
@Component
public class UnpreparedMails {
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

    /** Where the next portion ends, held until the transaction does; empty when none is left. */
    public Optional<Long> portion(WorkspaceId workspace, RunId run, int most) {
        return tenancy.in(workspace, () -> store.portion(workspace, run, most));
    }

    /** The portion as a select of {@code mail_id} and {@code recipient_id}. */
    public Rows in(WorkspaceId workspace, RunId run, long portion) {
        return UnpreparedMailStore.in(workspace, run, portion);
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
    public void letGo(WorkspaceId workspace, RunId run, long portion) {
        tenancy.run(workspace, () -> {
            store.letGo(workspace, run, portion);
            news.publishEvent(new MailsOrdered(workspace));
        });
    }
}
