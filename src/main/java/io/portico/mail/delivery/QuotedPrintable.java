package io.portico.mail.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in the encoding quoted-printable (RFC 2045, 6.7), of its UTF-8 bytes: US-ASCII, in lines of at most 76 characters
 * that are ended by CRLF, whichever line ends the text has. Jakarta Mail's own looks at each byte three times, which was a
 * fifth of a letter's cost.
 */
final class QuotedPrintable {
    /** Of the 76 places of a line, one is kept for the sign of a soft line break. */
    private static final int ROOM = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** By octet. */
    private static final boolean[] PLAIN = plain();

    private final byte[] text;
    private final byte[] encoded;
    private int length;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        // Three for an octet, and three more for a line of at least 73.
        this.encoded = new byte[4 * text.length];
    }

    static String encode(String text) {
        var encoder = new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8));
        encoder.write();
        return new String(encoder.encoded, 0, encoder.length, StandardCharsets.ISO_8859_1);
    }

    private void write() {
        int i = 0;
        while (i < text.length) {
            i += copyPlain(i, Math.min(text.length, i + ROOM - column));
            if (i == text.length) {
                return;
            }
            if (isLineEnd(i)) {
                i += endLine(i);
            } else if (isPlain(i) || column + 3 > ROOM) {
                put('=');
                breakLine();
            } else {
                put('=');
                put(HEX[text[i] >> 4 & 15]);
                put(HEX[text[i] & 15]);
                column += 3;
                i++;
            }
        }
    }

    /** Copies the octets that stand for themselves, most of a mail, at once; answers how many. */
    private int copyPlain(int from, int to) {
        int i = from;
        while (i < to && PLAIN[text[i] & 255]) {
            i++;
        }
        int plain = i > from && !isPlain(i - 1) ? i - 1 - from : i - from;
        System.arraycopy(text, from, encoded, length, plain);
        length += plain;
        column += plain;
        return plain;
    }

    /** A lone CR or LF is a line end too: what is sent has no other than CRLF. Answers how many octets it was. */
    private int endLine(int i) {
        breakLine();
        return text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 2 : 1;
    }

    private void breakLine() {
        put('\r');
        put('\n');
        column = 0;
    }

    private void put(int octet) {
        encoded[length++] = (byte) octet;
    }

    private boolean isLineEnd(int i) {
        return text[i] == '\r' || text[i] == '\n';
    }

    /** A blank at the end of a line would be lost on the way. */
    private boolean isPlain(int i) {
        boolean blank = text[i] == ' ' || text[i] == '\t';
        return PLAIN[text[i] & 255] && !(blank && (i + 1 == text.length || isLineEnd(i + 1)));
    }

    private static boolean[] plain() {
        var plain = new boolean[256];
        Arrays.fill(plain, ' ', 127, true);
        plain['\t'] = true;
        plain['='] = false;
        return plain;
    }
}
