package io.portico.outreach;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job that notes the invitations of a large run; its instance is the run's id. */
@Configuration(proxyBeanMethods = false)
class InvitationJob {
    static final TaskDescriptor<InvitationOrder> TASK = TaskDescriptor.of("run-invitations", InvitationOrder.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Bean
    Task<InvitationOrder> runInvitations(InvitationPortions portions, Clock clock) {
        return Tasks.custom(TASK)
                .onDeadExecutionRevive()
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, failed.getTimeDone().plus(BETWEEN_TRIES)))
                .execute((job, context) -> {
                    boolean more = true;
                    while (more && !context.getSchedulerState().isShuttingDown()) {
                        more = portions.next(job.getData());
                    }
                    return portions.later(job.getData())
                            .map(next -> at(next, clock.instant().plus(BETWEEN_LOOKS)))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static CompletionHandler<InvitationOrder> at(Instant next, Instant soonest) {
        return (complete, operations) -> operations.reschedule(complete, next.isAfter(soonest) ? next : soonest);
    }
}
