package io.portico.contacts.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job that runs an import; its instance is the import's id. */
@Configuration(proxyBeanMethods = false)
class ImportJob {
    static final TaskDescriptor<ImportOrder> TASK = TaskDescriptor.of("contact-import", ImportOrder.class);
    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    @Bean
    Task<ImportOrder> contactImport(ImportRun run, ImportEnd end, Clock clock) {
        return Tasks.custom(TASK)
                .onDeadExecutionRevive()
                .onFailure((failed, operations) -> again(failed, operations, end))
                .execute((job, context) -> {
                    boolean done = run.run(job.getData(), context.getSchedulerState()::isShuttingDown);
                    return done ? new CompletionHandler.OnCompleteRemove<>() : later(clock);
                });
    }

    private static CompletionHandler<ImportOrder> later(Clock clock) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(BETWEEN_TRIES));
    }

    private static void again(ExecutionComplete failed, ExecutionOperations<ImportOrder> operations, ImportEnd end) {
        if (failed.getExecution().consecutiveFailures + 1 < TRIES) {
            operations.reschedule(failed, failed.getTimeDone().plus(BETWEEN_TRIES));
            return;
        }
        ImportOrder order = (ImportOrder) failed.getExecution().taskInstance.getData();
        end.end(order.workspace(), order.id(), ImportState.FAILED, order.actor());
        operations.remove();
    }
}
