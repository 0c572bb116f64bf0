package io.portico.mail;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How fast the mails of each workspace's runs may leave. A change holds at once, for mails that wait already too. */
@Component
public class MailPaces {
    private final Tenancy tenancy;
    private final MailPaceStore store;
    private final Activity activity;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    MailPaces(Tenancy tenancy, MailPaceStore store, Activity activity, ApplicationEventPublisher news, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.news = news;
        this.clock = clock;
    }

    public MailPace of(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.find(workspace));
    }

    /** Nothing is recorded when nothing changes. */
    public void change(WorkspaceId workspace, MailPace pace, Actor actor) {
        tenancy.run(workspace, () -> {
            if (!store.find(workspace).equals(pace)) {
                store.save(workspace, pace);
                if (pace.isLimited()) {
                    store.holdWaiting(workspace);
                } else {
                    store.letWaitingGo(workspace, clock.instant());
                }
                activity.record(workspace, actor, MailPaceChanged.to(pace));
                news.publishEvent(new MailsOrdered(workspace));
            }
        });
    }
}
