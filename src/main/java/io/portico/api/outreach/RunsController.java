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
import io.portico.api.Words;
import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.mail.BatchProgress;
import io.portico.mail.MailBatches;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailOutcome;
import io.portico.mail.MailState;
import io.portico.mail.ReturnKind;
import io.portico.outreach.Invitations;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.Run;
import io.portico.outreach.RunKind;
import io.portico.outreach.RunTiming;
import io.portico.outreach.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Starts and shows runs of invitations and login e-mails. */
@ApiController
class RunsController {
    private static final int LONGEST = 40;
    private static final String OUTCOMES = Words.oneOf(Words.of(MailState.class), Words.of(ReturnKind.class));

    private final Runs all;
    private final KnownRuns runs;
    private final RunStarts starts;
    private final MailBatches batches;
    private final Clock clock;

    RunsController(Runs all, KnownRuns runs, RunStarts starts, MailBatches batches, Clock clock) {
        this.all = all;
        this.runs = runs;
        this.starts = starts;
        this.batches = batches;
        this.clock = clock;
    }

    /** Starts runs of either kind. */
    @org.springframework.stereotype.Component
    record RunStarts(Invitations invitations, LoginEmails loginEmails) {
        RunId start(ApiVisit visit, RunKind kind, RecipientsBody body, RunTiming timing) {
            return switch (kind) {
                case INVITATIONS ->
                    invitations.send(
                            visit.workspaceId(), body.chosen(), body.typed(), body.words(), timing, visit.actor());
                case LOGIN_EMAILS ->
                    loginEmails.send(
                            visit.workspaceId(), body.chosen(), body.typed(), body.words(), timing, visit.actor());
            };
        }
    }

    @PostMapping("/api/v1/runs")
    @NeedsScope(ApiScope.RUNS_WRITE)
    ApiAnswer start(ApiVisit visit) {
        visit.query().end();
        Fields fields = visit.body();
        Optional<RunKind> kind =
                fields.parsed("kind", LONGEST, word -> Labelled.parse(RunKind.class, word), Words.oneOf(RunKind.class));
        if (kind.isEmpty()) {
            fields.missing("kind");
        }
        RecipientsBody body = RecipientsBody.of(
                fields,
                RecipientsBody.MOST,
                "Give recipients, contact_ids or a filter; recipients may come beside either.");
        RunTiming timing = timing(fields);
        fields.end();
        RunId run = starts.start(visit, kind.orElseThrow(ApiProblem::notFound), body, timing);
        return ApiAnswer.created(runs.shown(visit, runs.known(visit, run.toString())));
    }

    private RunTiming timing(Fields fields) {
        Instant now = clock.instant();
        Optional<Instant> start = fields.time("starts_at");
        if (start.filter(at -> !at.isAfter(now) || at.isAfter(now.plus(RunTiming.LONGEST_DELAY)))
                .isPresent()) {
            fields.fault("starts_at", "invalid_value", "It must be in the next 90 days.");
        }
        long seconds =
                fields.number("spread", 0, RunTiming.LONGEST_SPREAD.toSeconds()).orElse(0L);
        return new RunTiming(start, Duration.ofSeconds(seconds));
    }

    /** Newest first. */
    @GetMapping("/api/v1/runs")
    @NeedsScope(ApiScope.RUNS_READ)
    ApiAnswer list(ApiVisit visit) {
        Query query = visit.query();
        Paging paging = visit.paging(query);
        query.end();
        List<Run> found = all.page(visit.workspaceId(), paging.after().flatMap(RunId::parse), paging.wanted());
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
        return ApiAnswer.ok(runs.shown(visit, runs.known(visit, run)));
    }

    /** The ledger, in the order of the run. */
    @GetMapping("/api/v1/runs/{run}/recipients")
    @NeedsScope(ApiScope.RUNS_READ)
    ApiAnswer recipients(ApiVisit visit, @PathVariable String run) {
        Run known = runs.known(visit, run);
        Query query = visit.query();
        Optional<MailOutcome> outcome = query.parsed("state", MailOutcome::parse, OUTCOMES);
        Paging paging = visit.paging(query);
        query.end();
        List<MailLogEntry> found = batches.recipients(
                visit.workspaceId(), known.id(), outcome, paging.after().flatMap(MailId::parse), paging.wanted());
        return ApiAnswer.ok(paging.page(found, entry -> entry.id().toString()).map(RecipientShown::of));
    }
}
