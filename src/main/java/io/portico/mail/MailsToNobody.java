package io.portico.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets orders that turned out to be for nobody, a day after they were placed: strangers place them, with addresses they
 * invent, and would fill the outbox.
 */
@Configuration(proxyBeanMethods = false)
class MailsToNobody {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Tenancy tenancy;
    private final OutboxStore store;
    private final Clock clock;

    MailsToNobody(Tenancy tenancy, OutboxStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> forgetMailsToNobody(MailsToNobody mails) {
        return Tasks.recurring("forget-mails-to-nobody", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> {
                    while (mails.forget() > 0 && !Thread.currentThread().isInterrupted()) {}
                });
    }

    /** Some of them; answers how many, so that the caller can go on. */
    int forget() {
        return tenancy.everywhere(
                () -> store.forgetToNobody(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)));
    }
}
