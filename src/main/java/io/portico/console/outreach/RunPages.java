package io.portico.console.outreach;

import io.portico.activity.Maker;
import io.portico.console.access.MakerNames;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.mail.BatchProgress;
import io.portico.mail.MailBatches;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailOutcome;
import io.portico.outreach.Run;
import io.portico.outreach.Runs;
import io.portico.web.ConsoleVisit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the pages of runs show. */
@Component
class RunPages {
    private static final int RUNS = 50;
    private static final int ROWS = 50;

    private final Runs runs;
    private final MailBatches batches;
    private final MakerNames makers;
    private final Contacts contacts;
    private final Clock clock;

    RunPages(Runs runs, MailBatches batches, MakerNames makers, Contacts contacts, Clock clock) {
        this.runs = runs;
        this.batches = batches;
        this.makers = makers;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** @param before the run below which the page begins; empty for the newest */
    RunsPage list(ConsoleVisit visit, Optional<RunId> before) {
        List<Run> found = runs.page(visit.workspaceId(), before, RUNS + 1);
        List<Run> latest = found.stream().limit(RUNS).toList();
        Map<RunId, BatchProgress> progress = batches.progress(
                visit.workspaceId(), latest.stream().map(Run::id).toList());
        Map<Maker, String> names = makers.of(visit, latest.stream().map(Run::by).toList());
        return new RunsPage(
                visit,
                clock.instant(),
                latest.stream()
                        .map(run -> new RunsPage.Line(
                                run,
                                names.getOrDefault(run.by(), ""),
                                progress.getOrDefault(run.id(), BatchProgress.NOTHING)))
                        .toList(),
                before.isPresent(),
                found.size() > RUNS);
    }

    RunPage run(ConsoleVisit visit, Run run, String state, Optional<MailId> after) {
        // Before the ledger: a page that shows less than there is asks again, one that shows more would not.
        BatchProgress progress = batches.progress(visit.workspaceId(), run.id());
        Optional<MailOutcome> only = MailOutcome.parse(state);
        List<MailLogEntry> found = batches.recipients(visit.workspaceId(), run.id(), only, after, ROWS + 1);
        return new RunPage(
                visit,
                run,
                makers.of(visit, run.by()),
                progress,
                clock.instant(),
                batches.failures(visit.workspaceId(), run.id()),
                batches.skipped(visit.workspaceId(), run.id()),
                only,
                after.map(MailId::toString).orElse(""),
                lines(visit, found.stream().limit(ROWS).toList()),
                found.size() > ROWS);
    }

    private List<RunPage.Line> lines(ConsoleVisit visit, List<MailLogEntry> mails) {
        Map<ContactId, Contact> known = contacts.among(
                visit.workspaceId(),
                mails.stream()
                        .flatMap(mail -> mail.recipient().stream())
                        .map(ContactId::new)
                        .collect(Collectors.toSet()));
        return mails.stream()
                .map(mail -> new RunPage.Line(mail, mail.recipient().map(id -> known.get(new ContactId(id)))))
                .toList();
    }
}
