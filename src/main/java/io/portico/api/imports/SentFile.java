package io.portico.api.imports;

import io.portico.api.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/**
 * What was sent, laid down in a file before the first row is looked at. So a program may send all before it reads, as
 * most do, and one that sends slowly holds no transaction and no connection to the database. The file has no name while
 * it is open: a node that is killed leaves nobody's contacts behind.
 */
final class SentFile implements AutoCloseable {
    static final long MOST_BYTES = 64L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PIECE = 1 << 16;

    private final FileChannel file;

    private SentFile(FileChannel file) {
        this.file = file;
    }

    /** @throws ApiProblem when it is too large, or takes too long */
    static SentFile of(InputStream sent, Clock clock) throws IOException {
        var kept = new SentFile(FileChannel.open(
                Files.createTempFile("portico-import", ".rows"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
        boolean whole = false;
        try {
            kept.take(sent, clock.instant().plus(PATIENCE), clock);
            whole = true;
        } finally {
            if (!whole) {
                kept.close();
            }
        }
        return kept;
    }

    private void take(InputStream sent, Instant end, Clock clock) throws IOException {
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
            for (ByteBuffer left = ByteBuffer.wrap(piece, 0, read); left.hasRemaining(); ) {
                file.write(left);
            }
        }
    }

    /**
     * How many lines it has, the header of a CSV among them; CR, LF and both together end one, as in CSV. The last need not
     * be ended.
     */
    long lines() throws IOException {
        long lines = 0;
        byte before = '\n';
        byte[] piece = new byte[PIECE];
        try (InputStream in = open()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                for (int i = 0; i < read; i++) {
                    lines += piece[i] == '\r' || piece[i] == '\n' && before != '\r' ? 1 : 0;
                    before = piece[i];
                }
            }
        }
        return before == '\n' || before == '\r' ? lines : lines + 1;
    }

    /** From its beginning, as often as one likes. */
    InputStream open() {
        return new FromTheBeginning(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Has a place of its own in the file, and leaves the file open. */
    private static final class FromTheBeginning extends InputStream {
        private final FileChannel file;
        private long place;

        FromTheBeginning(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = most == 0 ? 0 : file.read(ByteBuffer.wrap(into, from, most), place);
            place += Math.max(0, read);
            return read;
        }
    }
}
