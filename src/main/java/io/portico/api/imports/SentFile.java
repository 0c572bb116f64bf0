package io.portico.api.imports;

import io.portico.api.ApiProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/**
 * What was sent, laid down in a file before the first row is looked at. So a program may send all before it reads, as
 * most do, and one that sends slowly holds no transaction and no connection to the database.
 */
final class SentFile implements AutoCloseable {
    static final long MOST_BYTES = 64L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PIECE = 1 << 16;

    private final Path file;

    private SentFile(Path file) {
        this.file = file;
    }

    /** @throws ApiProblem when it is too large, or takes too long */
    static SentFile of(InputStream sent, Clock clock) throws IOException {
        var kept = new SentFile(Files.createTempFile("portico-import", ".rows"));
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(kept.file))) {
            copy(sent, out, clock.instant().plus(PATIENCE), clock);
            whole = true;
        } finally {
            if (!whole) {
                kept.close();
            }
        }
        return kept;
    }

    private static void copy(InputStream sent, OutputStream out, Instant end, Clock clock) throws IOException {
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int read = sent.read(piece); read >= 0; read = sent.read(piece)) {
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw ApiProblem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body_too_large",
                        "An import has at most 64 MiB. Send it in parts.");
            }
            if (clock.instant().isAfter(end)) {
                throw ApiProblem.of(HttpStatus.REQUEST_TIMEOUT, "too_slow", "An import must arrive within 15 minutes.");
            }
            out.write(piece, 0, read);
        }
    }

    /** How many lines it has, the header of a CSV among them; CR, LF and both together end one, as in CSV. */
    long lines() throws IOException {
        long lines = 1;
        byte before = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = open()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                for (int i = 0; i < read; i++) {
                    lines += piece[i] == '\r' || piece[i] == '\n' && before != '\r' ? 1 : 0;
                    before = piece[i];
                }
            }
        }
        return lines;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
