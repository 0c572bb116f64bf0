package io.portico.api.imports;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiController;
import io.portico.api.ApiJson;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.contacts.People;
import io.portico.kernel.WorkspaceId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Takes up to 100,000 contacts in one request, as NDJSON or CSV, and answers with a verdict for each as NDJSON. Rows are
 * done in batches, each a transaction; a program that goes away or stops reading ends the work behind the last batch.
 */
@ApiController
class ImportController {
    /** At most so many at once on a node, of different workspaces. */
    private static final int AT_ONCE = 4;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final RowsImport rows;
    private final People people;
    private final ApiJson json;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<WorkspaceId> busy = ConcurrentHashMap.newKeySet();

    ImportController(RowsImport rows, People people, ApiJson json, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    private enum Form {
        NDJSON(RowsImport.MOST),
        /** Its first line is a header. */
        CSV(RowsImport.MOST + 1);

        private final int mostLines;

        Form(int mostLines) {
            this.mostLines = mostLines;
        }
    }

    @PostMapping("/api/v1/contacts:import")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    void take(ApiVisit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        visit.query().end();
        Form form = form(request);
        if (!busy.add(visit.workspaceId())) {
            throw busy("An import of this workspace is under way. Come again when it has ended.");
        }
        try (SentFile sent = SentFile.of(request.getInputStream(), clock)) {
            inTurn(visit, form, sent, response);
        } finally {
            busy.remove(visit.workspaceId());
        }
    }

    /** A place is taken when all is there: who sends slowly holds up nobody but the own workspace. */
    private void inTurn(ApiVisit visit, Form form, SentFile sent, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            throw busy("Other imports are under way. Come again in a minute.");
        }
        try {
            take(visit, form, sent, response);
        } finally {
            places.release();
        }
    }

    private static ApiProblem busy(String why) {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "too_many_imports", why)
                .after(PAUSE);
    }

    private void take(ApiVisit visit, Form form, SentFile sent, HttpServletResponse response) throws IOException {
        requireNotTooMany(form, sent);
        switch (form) {
            case CSV -> {
                try (CsvLines lines = CsvLines.of(sent::open, people.fieldNames(visit.workspaceId()))) {
                    run(visit, lines, response);
                }
            }
            case NDJSON -> {
                try (InputStream in = sent.open()) {
                    run(visit, new NdjsonLines(in, json), response);
                }
            }
        }
    }

    private static void requireNotTooMany(Form form, SentFile sent) throws IOException {
        long count = sent.lines();
        if (count > form.mostLines) {
            throw ApiProblem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too_many_rows",
                    "An import has at most 100,000 rows, and this one has %d lines. Send it in parts."
                            .formatted(count));
        }
    }

    private void run(ApiVisit visit, Iterator<ImportLine> lines, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        rows.run(visit, lines, new VerdictStream(response.getOutputStream(), json, clock));
    }

    private static Form form(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/csv")) {
            return Form.CSV;
        }
        if (type.startsWith("application/x-ndjson") || type.startsWith("application/jsonl")) {
            return Form.NDJSON;
        }
        throw ApiProblem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "An import is application/x-ndjson or text/csv.");
    }
}
