package io.portico.outreach;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job that notes the invitations of a large run; its instance is the run's id. */
@Configuration(proxyBeanMethods = false)
class InvitationJob {
    static final TaskDescriptor<InvitationOrder> TASK = TaskDescriptor.of("run-invitations", InvitationOrder.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

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
                    return more ? later(clock) : new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private static CompletionHandler<InvitationOrder> later(Clock clock) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(BETWEEN_TRIES));
    }
}
