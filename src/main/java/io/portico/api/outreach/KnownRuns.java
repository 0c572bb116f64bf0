package io.portico.api.outreach;

import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.outreach.Run;
import io.portico.outreach.Runs;
import org.springframework.stereotype.Component;

/** The runs that paths name, and how they are shown. */
@Component
record KnownRuns(Runs runs, MailBatches batches) {
    /** @throws ApiProblem when the workspace has none of this id */
    Run known(ApiVisit visit, String id) {
        return runs.find(visit.workspaceId(), ApiVisit.id(id, RunId::parse)).orElseThrow(ApiProblem::notFound);
    }

    RunShown shown(ApiVisit visit, Run run) {
        return RunShown.of(run, batches.progress(visit.workspaceId(), run.id()));
    }
}
