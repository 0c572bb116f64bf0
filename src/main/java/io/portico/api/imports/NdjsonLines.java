package io.portico.api.imports;

import io.portico.api.ApiJson;
import io.portico.api.ApiProblem;
import io.portico.api.Problem.Fault;
import io.portico.api.contacts.ContactLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Contacts as one JSON object on each line; blank lines are left out. One line is in memory at a time. */
final class NdjsonLines implements Iterator<ImportLine> {
    static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final ApiJson json;
    private long row;
    private Optional<ImportLine> ahead;

    NdjsonLines(InputStream in, ApiJson json) {
        this.in = new BufferedInputStream(in, LONGEST);
        this.json = json;
        this.ahead = read();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public ImportLine next() {
        ImportLine next = ahead.orElseThrow(NoSuchElementException::new);
        ahead = read();
        return next;
    }

    private Optional<ImportLine> read() {
        try {
            var line = new ByteArrayOutputStream();
            boolean more = true;
            while (more && line.size() == 0) {
                row++;
                more = readLine(line);
            }
            return line.size() == 0 ? Optional.empty() : Optional.of(lineOf(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False at the end of the input; of a line that is too long only so much is kept as shows that. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        boolean blank = true;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return false;
            }
            blank &= Character.isWhitespace(next);
            if (!blank && line.size() <= LONGEST) {
                line.write(next);
            }
        }
        return true;
    }

    private ImportLine lineOf(ByteArrayOutputStream line) {
        if (line.size() > LONGEST) {
            return refused("too_long", "A line has at most 64 KiB.");
        }
        try {
            return new ImportLine.Somebody(row, ContactLine.read(json.fields(line.toByteArray())));
        } catch (ApiProblem no) {
            return no.faults().isEmpty() ? refused(no.code(), no.detail()) : new ImportLine.Refused(row, no.faults());
        }
    }

    private ImportLine refused(String code, String detail) {
        return new ImportLine.Refused(row, List.of(new Fault("", code, detail)));
    }
}
