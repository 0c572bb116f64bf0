package io.portico.api.outreach;

import io.portico.access.keys.ApiScope;
import io.portico.activity.Actor;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.outreach.Run;
import io.portico.outreach.RunBrake;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Hastens, brakes and repeats runs. */
@ApiController
class RunActionsController {
    private final KnownRuns runs;
    private final RunBrake brake;

    RunActionsController(KnownRuns runs, RunBrake brake) {
        this.runs = runs;
        this.brake = brake;
    }

    /** Something done to a run; false when the run does not stand so. */
    private interface Action {
        boolean on(WorkspaceId workspace, RunId run, Actor actor);
    }

    @PostMapping("/api/v1/runs/{run}/start")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer start(ApiVisit visit, @PathVariable String run) {
        return act(visit, run, brake::startNow, "not_scheduled", "Only a run that was put off can be started.");
    }

    @PostMapping("/api/v1/runs/{run}/pause")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer pause(ApiVisit visit, @PathVariable String run) {
        return act(visit, run, brake::pause, "not_running", "Only a run that is running can be paused.");
    }

    @PostMapping("/api/v1/runs/{run}/resume")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer resume(ApiVisit visit, @PathVariable String run) {
        return act(visit, run, brake::resume, "not_paused", "Only a run that is paused can be resumed.");
    }

    /** Mails that have not left never will. */
    @PostMapping("/api/v1/runs/{run}/cancel")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer cancel(ApiVisit visit, @PathVariable String run) {
        return act(visit, run, brake::cancel, "over_already", "Only a run that is not over yet can be cancelled.");
    }

    private ApiAnswer act(ApiVisit visit, String run, Action action, String code, String detail) {
        Run known = runs.known(visit, run);
        visit.takesNothing();
        if (!action.on(visit.workspaceId(), known.id(), visit.actor())) {
            throw ApiProblem.of(HttpStatus.CONFLICT, code, detail);
        }
        return ApiAnswer.ok(runs.shown(visit, known));
    }

    /** Tries failed mails once more, but for those whose mailbox does not exist. */
    @PostMapping("/api/v1/runs/{run}/retry")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer retry(ApiVisit visit, @PathVariable String run) {
        Run known = runs.known(visit, run);
        visit.takesNothing();
        brake.retryFailed(visit.workspaceId(), known.id(), visit.actor());
        return ApiAnswer.ok(runs.shown(visit, known));
    }
}
