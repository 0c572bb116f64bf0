package io.portico.console.outreach;

import io.portico.contacts.Contacts;
import io.portico.contacts.csv.SpreadsheetSafeCsv;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailReturn;
import io.portico.outreach.Run;
import io.portico.outreach.Runs;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.CsvDownload;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.workspace.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out what became of every recipient of a run, as a file in the operator's language, a batch at a time. */
@ConsoleController
class LedgerController {
    private static final int BATCH = 1_000;

    private final Runs runs;
    private final MailBatches batches;
    private final Contacts contacts;

    LedgerController(Runs runs, MailBatches batches, Contacts contacts) {
        this.runs = runs;
        this.batches = batches;
        this.contacts = contacts;
    }

    @GetMapping("/w/{workspace}/runs/{run}/ledger.csv")
    @Needs(Permission.EXPORT_PEOPLE)
    void ledger(ConsoleVisit visit, @PathVariable String run, HttpServletResponse response) throws IOException {
        Run known = RunId.parse(run)
                .flatMap(id -> runs.find(visit.workspaceId(), id))
                .orElseThrow(() -> new NotFound("run"));
        runs.noteExport(visit.workspaceId(), known.id(), visit.actor());
        CsvDownload.write(response, "run-%s.csv".formatted(known.id()), csv -> write(visit, known.id(), csv));
    }

    private void write(ConsoleVisit visit, RunId run, SpreadsheetSafeCsv csv) {
        csv.row(
                visit.t("people.email"),
                visit.t("run.column.recipient"),
                visit.t("run.column.result"),
                visit.t("run.column.reason"),
                visit.t("run.column.reply"),
                visit.t("run.column.message-id"),
                visit.t("run.column.next-try"),
                visit.t("run.column.when"),
                visit.t("run.column.returned"),
                visit.t("run.column.returned-why"));
        Optional<MailId> last = Optional.empty();
        List<MailLogEntry> batch;
        do {
            batch = batches.recipients(visit.workspaceId(), run, Optional.empty(), last, BATCH);
            Map<ContactId, String> names = contacts.names(visit.workspaceId(), idsOf(batch));
            batch.forEach(mail -> csv.row(cells(visit, mail, names)));
            last = batch.isEmpty() ? last : Optional.of(batch.getLast().id());
        } while (batch.size() == BATCH);
    }

    private static Set<ContactId> idsOf(List<MailLogEntry> batch) {
        return batch.stream()
                .flatMap(mail -> mail.recipient().stream())
                .map(ContactId::new)
                .collect(Collectors.toSet());
    }

    private static List<String> cells(ConsoleVisit visit, MailLogEntry mail, Map<ContactId, String> names) {
        String name = mail.recipient()
                .map(id -> names.getOrDefault(new ContactId(id), ""))
                .orElse("");
        return List.of(
                mail.address().orElse(""),
                name,
                visit.label(mail.state()),
                mail.reason().map(visit::label).orElse(""),
                mail.reply().orElse(""),
                mail.messageId().orElse(""),
                mail.nextTry().map(Instant::toString).orElse(""),
                mail.settledAt().map(Instant::toString).orElse(""),
                mail.returned().map(MailReturn::kind).map(visit::label).orElse(""),
                mail.returned().map(MailReturn::said).orElse(""));
    }
}
