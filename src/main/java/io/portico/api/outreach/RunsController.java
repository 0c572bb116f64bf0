package io.portico.api.outreach;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.api.Paging;
import io.portico.api.Query;
import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.mail.BatchProgress;
import io.portico.mail.MailBatches;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailOutcome;
import io.portico.outreach.Invitations;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.Run;
import io.portico.outreach.RunBrake;
import io.portico.outreach.RunKind;
import io.portico.outreach.RunTiming;
import io.portico.outreach.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Starts, shows and brakes runs of invitations and login e-mails. */
@ApiController
class RunsController {
    private static final int LONGEST = 40;
    private static final String OUTCOMES =
            "It must be one of queued, claimed, sent, deferred, failed, skipped, cancelled,"
                    + " complained, bounced, not-delivered, delayed.";

    private final Runs runs;
    private final RunStarts starts;
    private final MailBatches batches;
    private final RunBrake brake;

    RunsController(Runs runs, RunStarts starts, MailBatches batches, RunBrake brake) {
        this.runs = runs;
        this.starts = starts;
        this.batches = batches;
        this.brake = brake;
    }

    /** Starts runs of either kind. */
    @org.springframework.stereotype.Component
    record RunStarts(Invitations invitations, LoginEmails loginEmails) {
        RunId start(ApiVisit visit, RunKind kind, RecipientsBody body) {
            return switch (kind) {
                case INVITATIONS ->
                    invitations.send(visit.workspaceId(), body.chosen(), body.typed(), body.words(), visit.actor());
                case LOGIN_EMAILS ->
                    loginEmails.send(
                            visit.workspaceId(),
                            body.chosen(),
                            body.typed(),
                            body.words(),
                            RunTiming.NOW,
                            visit.actor());
            };
        }
    }

    @PostMapping("/api/v1/runs")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer start(ApiVisit visit) {
        visit.query().end();
        Fields fields = visit.body();
        Optional<RunKind> kind = fields.parsed(
                "kind",
                LONGEST,
                word -> Labelled.parse(RunKind.class, word),
                "It must be invitations or login-emails.");
        if (!fields.has("kind")) {
            fields.missing("kind");
        }
        RecipientsBody body = RecipientsBody.of(fields, RecipientsBody.MOST);
        fields.end();
        RunId run = starts.start(visit, kind.orElseThrow(ApiProblem::notFound), body);
        return ApiAnswer.created(
                shown(visit, runs.find(visit.workspaceId(), run).orElseThrow()));
    }

    /** Newest first. */
    @GetMapping("/api/v1/runs")
    @NeedsScope(ApiScope.RUNS_READ)
    ApiAnswer list(ApiVisit visit) {
        Query query = visit.query();
        Paging paging = visit.paging(query);
        query.end();
        List<Run> found = runs.page(visit.workspaceId(), paging.after().flatMap(RunId::parse), paging.wanted());
        Map<RunId, BatchProgress> progress = batches.progress(
                visit.workspaceId(), found.stream().map(Run::id).toList());
        var none = BatchProgress.NOTHING;
        return ApiAnswer.ok(paging.page(found, run -> run.id().toString())
                .map(run -> RunShown.of(run, progress.getOrDefault(run.id(), none))));
    }

    @GetMapping("/api/v1/runs/{run}")
    @NeedsScope(ApiScope.RUNS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String run) {
        visit.query().end();
        return ApiAnswer.ok(shown(visit, known(visit, run)));
    }

    /** The ledger, in the order of the run. */
    @GetMapping("/api/v1/runs/{run}/recipients")
    @NeedsScope(ApiScope.RUNS_READ)
    ApiAnswer recipients(ApiVisit visit, @PathVariable String run) {
        Run known = known(visit, run);
        Query query = visit.query();
        Optional<MailOutcome> outcome = query.parsed("state", MailOutcome::parse, OUTCOMES);
        Paging paging = visit.paging(query);
        query.end();
        List<MailLogEntry> found = batches.recipients(
                visit.workspaceId(), known.id(), outcome, paging.after().flatMap(MailId::parse), paging.wanted());
        return ApiAnswer.ok(paging.page(found, entry -> entry.id().toString()).map(RecipientShown::of));
    }

    @PostMapping("/api/v1/runs/{run}/pause")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer pause(ApiVisit visit, @PathVariable String run) {
        Run known = braked(visit, run);
        return changed(
                visit,
                known,
                brake.pause(visit.workspaceId(), known.id(), visit.actor()),
                "not_running",
                "Only a run that is running can be paused.");
    }

    @PostMapping("/api/v1/runs/{run}/resume")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer resume(ApiVisit visit, @PathVariable String run) {
        Run known = braked(visit, run);
        return changed(
                visit,
                known,
                brake.resume(visit.workspaceId(), known.id(), visit.actor()),
                "not_paused",
                "Only a run that is paused can be resumed.");
    }

    /** Mails that have not left never will. */
    @PostMapping("/api/v1/runs/{run}/cancel")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer cancel(ApiVisit visit, @PathVariable String run) {
        Run known = braked(visit, run);
        return changed(
                visit,
                known,
                brake.cancel(visit.workspaceId(), known.id(), visit.actor()),
                "cancelled_already",
                "The run was cancelled before.");
    }

    /** Tries failed mails once more, but for those whose mailbox does not exist. */
    @PostMapping("/api/v1/runs/{run}/retry")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer retry(ApiVisit visit, @PathVariable String run) {
        Run known = braked(visit, run);
        brake.retryFailed(visit.workspaceId(), known.id(), visit.actor());
        return ApiAnswer.ok(shown(visit, known));
    }

    private Run braked(ApiVisit visit, String run) {
        Run known = known(visit, run);
        visit.takesNothing();
        return known;
    }

    private ApiAnswer changed(ApiVisit visit, Run run, boolean done, String code, String detail) {
        if (!done) {
            throw ApiProblem.of(HttpStatus.CONFLICT, code, detail);
        }
        return ApiAnswer.ok(shown(visit, run));
    }

    private RunShown shown(ApiVisit visit, Run run) {
        return RunShown.of(run, batches.progress(visit.workspaceId(), run.id()));
    }

    private Run known(ApiVisit visit, String run) {
        return runs.find(visit.workspaceId(), ApiVisit.id(run, RunId::parse)).orElseThrow(ApiProblem::notFound);
    }
}
