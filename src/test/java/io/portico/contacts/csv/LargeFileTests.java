package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file of 100,000 rows, made while it is read, so that nothing but the reading is in memory. */
class LargeFileTests {
    private static final int ROWS = 100_000;
    private static final long MEGABYTE = 1 << 20;

    @Test
    @Timeout(60)
    void isReadInFlatMemory() throws IOException {
        CsvPreview.Table preview = (CsvPreview.Table) CsvPreview.of(LargeFileTests::open);
        assertThat(CsvRows.count(LargeFileTests::open, preview.dialect())).isEqualTo(ROWS);

        long used = usedMemory();
        long mostUsed = used;
        int drafted = 0;
        try (CsvRows rows = CsvRows.open(LargeFileTests::open, preview.dialect())) {
            while (rows.hasNext()) {
                drafted += preview.mapping().read(rows.next()) instanceof ImportRow.Drafted ? 1 : 0;
                if (drafted % 20_000 == 0) {
                    mostUsed = Math.max(mostUsed, usedMemory());
                }
            }
        }
        assertThat(drafted).isEqualTo(ROWS);
        assertThat(mostUsed - used).isLessThan(8 * MEGABYTE);
    }

    private static InputStream open() {
        Stream<String> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "%d,김민지%d,minji%d@example.com,+82 10 1234 %04d,\"vip, 봄 %d\",ko\r\n"
                        .formatted(i, i, i, i % 10_000, i % 7));
        Iterator<InputStream> chunks = Stream.concat(Stream.of("No,이름,이메일,휴대폰,태그,언어\r\n"), rows)
                .map(line -> (InputStream) new java.io.ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new InputStream() {
            private InputStream chunk = InputStream.nullInputStream();

            @Override
            public int read() throws IOException {
                throw new IOException("read by the byte");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = chunk.read(into, offset, length);
                while (read < 0 && chunks.hasNext()) {
                    chunk = chunks.next();
                    read = chunk.read(into, offset, length);
                }
                return read;
            }
        };
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
