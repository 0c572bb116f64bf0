package io.portico.apps;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/**
 * Who opened the installed portal, by its start address. A contact counts once a month, in UTC; no device, no page and no
 * time of day is kept.
 */
@Component
public class AppOpenings {
    private final AppOpeningStore store;
    private final Tenancy tenancy;
    private final Activity activity;
    private final Clock clock;

    AppOpenings(AppOpeningStore store, Tenancy tenancy, Activity activity, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.activity = activity;
        this.clock = clock;
    }

    /** Idempotent within a month. */
    public void opened(WorkspaceId workspace, ContactId contact, Actor actor) {
        tenancy.run(workspace, () -> {
            if (store.insert(workspace, contact, thisMonth())) {
                activity.record(workspace, actor, new AppOpened(contact));
            }
        });
    }

    AppUsage usage(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.usage(workspace, thisMonth().minusMonths(1)));
    }

    private LocalDate thisMonth() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }
}
