package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The gate before the queue, for the mails of runs in workspaces that set a limit: lets go as many as may leave, so that
 * workers claim what stands in the queue and need know no limit. One node at a time has a workspace's gate, over all its
 * runs; when the next may leave stands in the database.
 */
@Component
class PaceGate {
    /** At most so many at once where only domains are limited. */
    private static final int MOST = 5_000;

    private final Tenancy tenancy;
    private final MailPaceStore store;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    PaceGate(Tenancy tenancy, MailPaceStore store, ApplicationEventPublisher news, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        waiting(now).forEach(workspace -> look(workspace, now));
    }

    private List<WorkspaceId> waiting(Instant now) {
        return tenancy.everywhere(() -> {
            store.letGoWithoutLimit(now);
            return store.waiting(now);
        });
    }

    private void look(WorkspaceId workspace, Instant now) {
        tenancy.run(
                workspace,
                () -> store.hold(workspace).ifPresent(pace -> {
                    int inAll = pace.perMinute().isPresent()
                            ? allowance(workspace, pace.perMinute().getAsInt(), now)
                            : MOST;
                    if (inAll > 0) {
                        note(workspace, pace, store.letGo(workspace, pace, inAll, now), now);
                    }
                }));
    }

    private int allowance(WorkspaceId workspace, int perMinute, Instant now) {
        double interval = MailPace.interval(perMinute);
        int burst = MailPace.burst(perMinute);
        return store.freeAt(workspace)
                .map(free -> {
                    double waited = Duration.between(free, now).toNanos() / 1e9;
                    return waited < 0 ? 0 : (int) Math.min(burst, Math.floor(waited / interval) + 1);
                })
                .orElse(burst);
    }

    private void note(WorkspaceId workspace, MailPace pace, List<String> gone, Instant now) {
        if (gone.isEmpty()) {
            return;
        }
        pace.perMinute().ifPresent(limit -> store.note(workspace, "", gone.size(), limit, now));
        pace.perDomain().ifPresent(limit -> {
            Map<String, Long> mails =
                    gone.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            mails.forEach((domain, count) -> store.note(workspace, domain, count, limit, now));
        });
        news.publishEvent(new MailsOrdered(workspace));
    }
}
