package io.portico.api.imports;

import io.portico.api.ApiJson;
import io.portico.api.Problem.Fault;
import io.portico.contacts.imports.ImportVerdict;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verdicts as they leave: one JSON object on each line, and the sums on the last, which says that it is all. */
final class VerdictStream {
    private static final int NEWLINE = '\n';

    /** So long a program may take to read all of it. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OutputStream out;
    private final ApiJson json;
    private final Clock clock;
    private final Instant end;
    private final Map<ImportVerdict, Long> sums = new EnumMap<>(ImportVerdict.class);

    VerdictStream(OutputStream out, ApiJson json, Clock clock) {
        this.out = out;
        this.json = json;
        this.clock = clock;
        this.end = clock.instant().plus(PATIENCE);
    }

    /** What became of one row. */
    record Line(long row, String verdict, Optional<String> contactId, List<Fault> errors) {
        Line {
            errors = List.copyOf(errors);
        }
    }

    void write(long row, ImportVerdict verdict, Optional<String> contact, List<Fault> faults) throws IOException {
        sums.merge(verdict, 1L, Long::sum);
        line(new Line(row, verdict.word(), contact, faults));
    }

    void flush() throws IOException {
        out.flush();
    }

    void end() throws IOException {
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("done", true);
        for (ImportVerdict verdict : ImportVerdict.values()) {
            last.put(verdict.word(), sums.getOrDefault(verdict, 0L));
        }
        line(last);
        out.flush();
    }

    private void line(Object value) throws IOException {
        if (clock.instant().isAfter(end)) {
            throw new IOException("the verdicts were read too slowly");
        }
        out.write(json.write(value));
        out.write(NEWLINE);
    }
}
