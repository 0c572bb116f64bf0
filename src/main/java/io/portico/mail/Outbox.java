package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes orders for mails. An order is part of the transaction that places it; the mail leaves after the commit, at least
 * once.
 */
@Component
public class Outbox {
    /** How long a mail is tried before it has failed. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    private final Tenancy tenancy;
    private final OutboxStore store;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Outbox(Tenancy tenancy, OutboxStore store, ApplicationEventPublisher news, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    public MailId enqueue(WorkspaceId workspace, NewMail mail) {
        return enqueue(workspace, List.of(mail)).getFirst();
    }

    public List<MailId> enqueue(WorkspaceId workspace, List<NewMail> mails) {
        List<MailId> ids = mails.stream().map(mail -> MailId.next(clock)).toList();
        tenancy.run(workspace, () -> {
            store.insert(workspace, ids, mails, clock.instant());
            news.publishEvent(new MailsOrdered(workspace));
        });
        return ids;
    }

    /**
     * Orders all mails of a run in one statement, however many they are; answers how many rows its ledger has. The run's
     * batch is open.
     *
     * @param mails a select of {@code place} and {@code recipient_id} (the order), {@code kind}, {@code address},
     *     {@code details}, and {@code reason}: the word of a {@link SkipReason}, or null for a mail to be sent
     */
    public long enqueueEach(WorkspaceId workspace, BatchOrder order, Rows mails) {
        return tenancy.in(workspace, () -> {
            long rows = store.insertEach(workspace, order, mails, clock.instant());
            if (rows >= QueueFigures.LEAP) {
                news.publishEvent(new LargeRunOrdered());
            }
            news.publishEvent(new MailsOrdered(workspace));
            return rows;
        });
    }
}
