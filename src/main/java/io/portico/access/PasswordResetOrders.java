package io.portico.access;

import io.portico.kernel.PasswordResetId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Operator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Orders reset mails: at most one a minute and 20 a day to one operator, whoever asks. */
@Component
class PasswordResetOrders {
    static final Duration LIFETIME = Duration.ofHours(1);
    static final String DETAIL = "reset";
    private static final Duration COOLDOWN = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 20;

    private final PasswordResetStore store;
    private final Outbox outbox;
    private final Tenancy tenancy;
    private final OperatorHome home;
    private final Clock clock;

    PasswordResetOrders(PasswordResetStore store, Outbox outbox, Tenancy tenancy, OperatorHome home, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.home = home;
        this.clock = clock;
    }

    void place(Operator operator) {
        home.of(operator.id()).ifPresent(workspace -> place(workspace, operator, clock.instant()));
    }

    private void place(WorkspaceId workspace, Operator operator, Instant now) {
        tenancy.run(workspace, () -> {
            store.deleteOlder(operator.id(), now.minus(DAY));
            if (!isTooOften(operator, now)) {
                order(workspace, operator, now);
            }
        });
    }

    private boolean isTooOften(Operator operator, Instant now) {
        return store.requestedSince(operator.id(), now.minus(COOLDOWN)) > 0
                || store.requestedSince(operator.id(), now.minus(DAY)) >= MOST_A_DAY;
    }

    private void order(WorkspaceId workspace, Operator operator, Instant now) {
        var reset = PasswordResetId.next(clock);
        store.insert(reset, operator.id(), now, now.plus(LIFETIME));
        outbox.enqueue(
                workspace,
                NewMail.personal(
                        MailTemplate.PASSWORD_RESET,
                        operator.id().value(),
                        operator.email(),
                        Map.of(DETAIL, reset.toString())));
    }
}
