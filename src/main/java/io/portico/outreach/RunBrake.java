package io.portico.outreach;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailBatches;
import io.portico.tenancy.Deadlock;
import io.portico.tenancy.Tenancy;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Stops runs and lets them go on. Who did it is in the activity log, when it made a difference. */
@Component
public class RunBrake {
    private final Tenancy tenancy;
    private final MailBatches batches;
    private final InvitationStart invitations;
    private final Activity activity;

    RunBrake(Tenancy tenancy, MailBatches batches, InvitationStart invitations, Activity activity) {
        this.tenancy = tenancy;
        this.batches = batches;
        this.invitations = invitations;
        this.activity = activity;
    }

    /** Lets a run that was put off begin now; false when it has begun or was cancelled. */
    public boolean startNow(WorkspaceId workspace, RunId run, Actor actor) {
        return noted(workspace, actor, new RunHastened(run), () -> {
            boolean started = batches.startNow(workspace, run);
            if (started) {
                invitations.hasten(run);
            }
            return started;
        });
    }

    /** False when it was not running. A mail that is on its way just then still arrives; nobody is invited meanwhile. */
    public boolean pause(WorkspaceId workspace, RunId run, Actor actor) {
        return noted(workspace, actor, new RunPaused(run), () -> batches.pause(workspace, run));
    }

    /** False when it was not paused. The day in which a mail is tried begins anew. */
    public boolean resume(WorkspaceId workspace, RunId run, Actor actor) {
        return noted(workspace, actor, new RunResumed(run), () -> {
            boolean resumed = batches.resume(workspace, run);
            if (resumed) {
                invitations.hasten(run);
            }
            return resumed;
        });
    }

    /** False when it is over or was cancelled before. Mails that have not left never will. */
    public boolean cancel(WorkspaceId workspace, RunId run, Actor actor) {
        return noted(workspace, actor, new RunCancelled(run), () -> batches.cancel(workspace, run));
    }

    /** Tries the failed mails once more, but for those whose mailbox does not exist; answers how many. */
    public int retryFailed(WorkspaceId workspace, RunId run, Actor actor) {
        return tenancy.in(workspace, () -> {
            int retried = batches.retryFailed(workspace, run);
            if (retried > 0) {
                activity.record(workspace, actor, new RunRetried(run, Integer.toString(retried)));
            }
            return retried;
        });
    }

    /** Workers who lay mails of the run down meanwhile lock them in another order. */
    private boolean noted(WorkspaceId workspace, Actor actor, Fact fact, BooleanSupplier act) {
        return Deadlock.outlasted(() -> tenancy.in(workspace, () -> {
            boolean done = act.getAsBoolean();
            if (done) {
                activity.record(workspace, actor, fact);
            }
            return done;
        }));
    }
}
