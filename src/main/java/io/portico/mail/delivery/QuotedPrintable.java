package io.portico.mail.delivery;

import java.nio.charset.StandardCharsets;

/**
 * Text in the encoding quoted-printable (RFC 2045, 6.7), of its UTF-8 bytes: US-ASCII, in lines of at most 76 characters
 * that are ended by CRLF, whichever line ends the text has. Jakarta Mail's own looks at each byte three times, which was a
 * fifth of a letter's cost.
 */
final class QuotedPrintable {
    /** Of the 76 places of a line, one is kept for the sign of a soft line break. */
    private static final int ROOM = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final byte[] encoded;
    private int length;

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
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                writeLine(start, i);
                put('\r', '\n');
                i += isCrLf(i) ? 1 : 0;
                start = i + 1;
            }
        }
        writeLine(start, text.length);
    }

    /** A lone CR or LF is a line end too: what is sent has no other than CRLF. */
    private boolean isCrLf(int i) {
        return text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n';
    }

    private void writeLine(int start, int end) {
        int column = 0;
        int i = start;
        while (i < end) {
            int plain = plainFrom(i, Math.min(end, i + ROOM - column), end);
            System.arraycopy(text, i, encoded, length, plain);
            length += plain;
            column += plain;
            i += plain;
            if (i < end && !isPlain(i, end) && column + 3 <= ROOM) {
                put('=', HEX[text[i] >> 4 & 15], HEX[text[i] & 15]);
                column += 3;
                i++;
            } else if (i < end) {
                put('=', '\r', '\n');
                column = 0;
            }
        }
    }

    /** How many octets stand for themselves. */
    private int plainFrom(int from, int to, int end) {
        int i = from;
        while (i < to && isPlain(i, end)) {
            i++;
        }
        return i - from;
    }

    /** A blank at the end of a line would be lost on the way. */
    private boolean isPlain(int i, int end) {
        byte octet = text[i];
        boolean blank = octet == ' ' || octet == '\t';
        return blank ? i + 1 < end : octet > ' ' && octet < 127 && octet != '=';
    }

    private void put(int... octets) {
        for (int octet : octets) {
            encoded[length++] = (byte) octet;
        }
    }
}
