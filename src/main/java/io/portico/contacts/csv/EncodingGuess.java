package io.portico.contacts.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Guesses a {@link CsvEncoding}: by byte order mark; by the zero bytes of UTF-16; by what the whole file decodes to.
 *
 * <p>Nearly every file "is" windows-1252, so that is what remains when nothing else fits. A few bad bytes in a file
 * that is otherwise good UTF-8 or Korean do not change the verdict: read as windows-1252 it would be garbled all over,
 * while this way only the bad rows are told.
 */
final class EncodingGuess {
    private static final int HEAD = 4_096;

    private EncodingGuess() {}

    static CsvEncoding of(CsvSource source) throws IOException {
        byte[] head = head(source);
        Optional<CsvEncoding> byHead = byByteOrderMark(head).or(() -> byZeroBytes(head));
        return byHead.isPresent() ? byHead.get() : byWholeText(source);
    }

    private static byte[] head(CsvSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(HEAD);
        }
    }

    private static Optional<CsvEncoding> byByteOrderMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(CsvEncoding.UTF_8);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return Optional.of(CsvEncoding.UTF_16LE);
        }
        return startsWith(head, 0xFE, 0xFF) ? Optional.of(CsvEncoding.UTF_16BE) : Optional.empty();
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Every delimiter and line end is a zero byte in UTF-16, always on the same side; other text has none. */
    private static Optional<CsvEncoding> byZeroBytes(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int units = head.length / 2;
        if (zeros[0] + zeros[1] < Math.max(2, units / 10)) {
            return Optional.empty();
        }
        if (zeros[1] > 4 * zeros[0]) {
            return Optional.of(CsvEncoding.UTF_16LE);
        }
        return zeros[0] > 4 * zeros[1] ? Optional.of(CsvEncoding.UTF_16BE) : Optional.empty();
    }

    private static CsvEncoding byWholeText(CsvSource source) throws IOException {
        if (TextEvidence.of(source, CsvEncoding.UTF_8).isMostlyReadable()) {
            return CsvEncoding.UTF_8;
        }
        return TextEvidence.of(source, CsvEncoding.CP949).looksKorean() ? CsvEncoding.CP949 : CsvEncoding.WINDOWS_1252;
    }
}
