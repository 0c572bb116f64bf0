package io.portico.outreach;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every half minute for invitations whose time is over. */
@Configuration(proxyBeanMethods = false)
class InvitationExpiry {
    @Bean
    RecurringTask<Void> expireInvitations(InvitationLedger ledger) {
        return Tasks.recurring("expire-invitations", FixedDelay.ofSeconds(30)).execute((instance, context) -> {
            int closed = ledger.expireDue();
            while (closed > 0 && !Thread.currentThread().isInterrupted()) {
                closed = ledger.expireDue();
            }
        });
    }
}
