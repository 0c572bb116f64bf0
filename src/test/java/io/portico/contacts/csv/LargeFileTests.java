package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        long begun = System.nanoTime();
        CsvPreview.Readable preview = (CsvPreview.Readable) CsvPreview.of(LargeFileTests::open);
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
        System.out.printf(
                "%,d rows guessed, counted and read in %s, %d kB more in use%n",
                ROWS, Duration.ofNanos(System.nanoTime() - begun), (mostUsed - used) / 1024);
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
        return new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return chunks.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return chunks.next();
            }
        });
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
