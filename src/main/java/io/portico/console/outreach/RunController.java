package io.portico.console.outreach;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.outreach.Run;
import io.portico.outreach.RunBrake;
import io.portico.outreach.Runs;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.web.Sends;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The runs of a workspace: what was sent to whom, how far it is, and the brake. */
@ConsoleController
class RunController {
    private final Runs runs;
    private final MailBatches batches;
    private final RunPages pages;
    private final Templates templates;
    private final RunBrake brake;

    RunController(Runs runs, MailBatches batches, RunPages pages, Templates templates, RunBrake brake) {
        this.runs = runs;
        this.batches = batches;
        this.pages = pages;
        this.templates = templates;
        this.brake = brake;
    }

    @GetMapping("/w/{workspace}/runs")
    @Needs(Permission.READ)
    Answer list(ConsoleVisit visit, @RequestParam(defaultValue = "") String before) {
        return Answer.page(templates.consoleOutreachRuns(pages.list(visit, RunId.parse(before))));
    }

    @GetMapping("/w/{workspace}/runs/{run}")
    @Needs(Permission.READ)
    Answer show(
            ConsoleVisit visit,
            @PathVariable String run,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        return Answer.page(
                templates.consoleOutreachRun(pages.run(visit, known(visit, run), state, MailId.parse(after))));
    }

    /** The moving part of the page; nothing when it stands as it was last seen. */
    @GetMapping("/w/{workspace}/runs/{run}/live")
    @Needs(Permission.READ)
    Answer live(
            ConsoleVisit visit,
            @PathVariable String run,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String seen) {
        Run known = known(visit, run);
        if (RunPage.markOf(batches.progress(visit.workspaceId(), known.id())).equals(seen)) {
            return new Answer.Unchanged();
        }
        return Answer.page(templates.consoleOutreachRunLive(pages.run(visit, known, state, MailId.parse(after))));
    }

    @PostMapping("/w/{workspace}/runs/{run}/start")
    @Needs(Permission.LET_IN)
    Answer startNow(ConsoleVisit visit, @PathVariable String run) {
        Run known = known(visit, run);
        boolean started = brake.startNow(visit.workspaceId(), known.id(), visit.actor());
        return back(visit, known, started ? Notice.done("run.started-now") : Notice.warning("run.not-scheduled"));
    }

    @PostMapping("/w/{workspace}/runs/{run}/pause")
    @Needs(Permission.LET_IN)
    Answer pause(ConsoleVisit visit, @PathVariable String run) {
        Run known = known(visit, run);
        boolean paused = brake.pause(visit.workspaceId(), known.id(), visit.actor());
        return back(visit, known, paused ? Notice.done("run.paused") : Notice.warning("run.not-running"));
    }

    @PostMapping("/w/{workspace}/runs/{run}/resume")
    @Needs(Permission.LET_IN)
    Answer resume(ConsoleVisit visit, @PathVariable String run) {
        Run known = known(visit, run);
        boolean resumed = brake.resume(visit.workspaceId(), known.id(), visit.actor());
        return back(visit, known, resumed ? Notice.done("run.resumed") : Notice.warning("run.not-paused"));
    }

    @PostMapping("/w/{workspace}/runs/{run}/cancel")
    @Needs(Permission.LET_IN)
    Answer cancel(ConsoleVisit visit, @PathVariable String run) {
        Run known = known(visit, run);
        boolean cancelled = brake.cancel(visit.workspaceId(), known.id(), visit.actor());
        return back(visit, known, cancelled ? Notice.done("run.cancelled") : Notice.warning("run.not-running"));
    }

    @PostMapping("/w/{workspace}/runs/{run}/retry")
    @Needs(Permission.LET_IN)
    @Sends
    Answer retry(ConsoleVisit visit, @PathVariable String run) {
        Run known = known(visit, run);
        int retried = brake.retryFailed(visit.workspaceId(), known.id(), visit.actor());
        return back(visit, known, Notice.done("run.retried", retried));
    }

    private static Answer back(ConsoleVisit visit, Run run, Notice notice) {
        return Answer.seeOther(visit.at("/runs/" + run.id())).saying(notice);
    }

    private Run known(ConsoleVisit visit, String run) {
        return RunId.parse(run)
                .flatMap(id -> runs.find(visit.workspaceId(), id))
                .orElseThrow(() -> new NotFound("run"));
    }
}
