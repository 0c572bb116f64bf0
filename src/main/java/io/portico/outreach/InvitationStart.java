package io.portico.outreach;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import io.portico.kernel.RunId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes the invitations of a run that is just being started: few in its transaction, so that whoever pressed the button
 * sees them at once; many by a job, a portion at a time, so that nobody who signs in waits for them.
 */
@Component
class InvitationStart {
    static final int AT_ONCE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(InvitationStart.class);

    private final InvitationPortions portions;
    private final Scheduler jobs;
    private final Clock clock;

    InvitationStart(InvitationPortions portions, Scheduler jobs, Clock clock) {
        this.portions = portions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Of a run that is put off or spread, each is noted shortly before its mail is due. */
    void invite(InvitationOrder order, RunTiming timing, long recipients) {
        if (recipients <= AT_ONCE && timing.isAtOnce()) {
            portions.next(order);
        } else {
            jobs.schedule(InvitationJob.TASK
                    .instance(order.run().toString())
                    .data(order)
                    .scheduledTo(timing.at().orElseGet(clock::instant)));
        }
    }

    /** The run that was put off or paused goes on now. */
    void hasten(RunId run) {
        try {
            jobs.getScheduledExecution(InvitationJob.TASK.instanceId(run.toString()))
                    .filter(job -> !job.isPicked())
                    .ifPresent(job -> jobs.reschedule(job.getTaskInstance(), clock.instant()));
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException atIt) {
            LOG.debug("the invitations of run {} are being noted just now", run, atIt);
        }
    }
}
