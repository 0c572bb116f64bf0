package io.portico.contacts.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a file from its first row on: without byte order mark, and without the line {@code sep=;} by which
 * a file tells Excel its delimiter.
 *
 * @param declared the delimiter that line named
 */
record CsvText(BufferedReader reader, Optional<CsvDelimiter> declared) implements Closeable {
    /** Stands where bytes could not be decoded: a code point that is never a character, so it cannot be mistaken. */
    static final char UNREADABLE = '\uffff';

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int LONGEST_DECLARATION = 16;
    private static final Pattern DECLARATION =
            Pattern.compile("\"?sep=(?<delimiter>[,;\t|])\"?[,;\t| ]*(\r\n?|\n|$)", Pattern.CASE_INSENSITIVE);

    static CsvText open(CsvSource source, CsvEncoding encoding) throws IOException {
        BufferedReader reader = new BufferedReader(decoded(source, encoding), 1 << 16);
        try {
            skipByteOrderMark(reader);
            return new CsvText(reader, declaration(reader));
        } catch (IOException | RuntimeException unusable) {
            reader.close();
            throw unusable;
        }
    }

    static Reader decoded(CsvSource source, CsvEncoding encoding) throws IOException {
        return new InputStreamReader(
                source.open(),
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNREADABLE)));
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static Optional<CsvDelimiter> declaration(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_DECLARATION);
        Matcher declared = DECLARATION.matcher(ahead(reader));
        reader.reset();
        if (!declared.lookingAt()) {
            return Optional.empty();
        }
        for (int i = 0; i < declared.end(); i++) {
            reader.read();
        }
        return CsvDelimiter.of(declared.group("delimiter").charAt(0));
    }

    private static String ahead(BufferedReader reader) throws IOException {
        StringBuilder ahead = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            ahead.append((char) c);
            if (ahead.length() == LONGEST_DECLARATION) {
                break;
            }
        }
        return ahead.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
