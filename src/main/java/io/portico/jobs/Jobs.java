package io.portico.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/**
 * One db-scheduler per node, over the table that all nodes share. It runs every bean of type {@link Task}; recurring
 * ones are scheduled when the node starts, others by {@link Scheduler#schedule}, which joins the caller's transaction:
 * a job exists exactly when the change that asked for it was committed.
 *
 * <p>A job runs on one node at a time, but after its node died another begins it again some 15 seconds later: its work
 * must be resumable. When the node stops, a job has a second to notice ({@code SchedulerState.isShuttingDown}); after
 * that it is interrupted.
 *
 * <p>The scheduler is made of the tasks, so the bean that a task does its work with cannot ask for the scheduler; it
 * takes the one in its {@code ExecutionContext}.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {
    private static final int AT_ONCE = 8;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource database, ObjectProvider<Task<?>> tasks, JsonMapper json) {
        List<Task<?>> known = new ArrayList<>();
        SchedulerBuilder builder = Scheduler.create(new TransactionAwareDataSourceProxy(database), known)
                .serializer(new JobData(json))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("job-", 0).factory()))
                .threads(AT_ONCE)
                .pollingInterval(POLLING)
                .enableImmediateExecution()
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .alwaysPersistTimestampInUTC();
        for (Task<?> task : tasks) {
            if (task instanceof OnStartup) {
                startItself(builder, task);
            } else {
                known.add(task);
            }
        }
        return builder.build();
    }

    @SuppressWarnings("unchecked") // The library wants both types in one; the caller has asked for the second.
    private static <T extends Task<?> & OnStartup> void startItself(SchedulerBuilder builder, Task<?> task) {
        builder.startTasks(List.of((T) task));
    }

    /** Starts after everything else and stops before. */
    @Bean
    SmartLifecycle jobsLifecycle(Scheduler scheduler) {
        return new Running(scheduler);
    }

    private static final class Running implements SmartLifecycle {
        private final Scheduler scheduler;
        private volatile boolean running;

        Running(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public void start() {
            scheduler.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            scheduler.stop();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
