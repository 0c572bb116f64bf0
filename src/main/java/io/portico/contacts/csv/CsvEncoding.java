package io.portico.contacts.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The encodings a CSV file may come in, in the order in which they are offered. */
public enum CsvEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** Korean Excel's "CSV (comma delimited)"; contains EUC-KR. */
    CP949("CP949 (Korean)", Charset.forName("x-windows-949")),
    /** Excel's "CSV (comma delimited)" in Western Europe and the Americas; contains ISO-8859-1. */
    WINDOWS_1252("Windows-1252 (Western)", Charset.forName("windows-1252")),
    /** Excel's "Unicode text". */
    UTF_16LE("UTF-16 LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16 BE", StandardCharsets.UTF_16BE);

    private final String label;
    private final Charset charset;

    CsvEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** A proper name, the same in every language. */
    public String label() {
        return label;
    }

    public Charset charset() {
        return charset;
    }

    /** The constant as it stands in forms and the database, such as {@code utf-8}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reverse of {@link #word}. */
    public static Optional<CsvEncoding> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /**
     * The most plausible encoding of a file. Reads all of it, as its only Korean name may be in its last row.
     *
     * <p>A guess for a person to confirm: whatever is chosen, bytes that do not belong to it are reported
     * ({@link CsvFault#UNREADABLE_BYTES}), never replaced.
     */
    public static CsvEncoding guess(CsvSource source) throws IOException {
        return EncodingGuess.of(source);
    }
}
