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
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                put('\r');
                put('\n');
                column = 0;
                i += isCrLf(i) ? 1 : 0;
            } else if (isPlain(i)) {
                makeRoom(1);
                put(text[i]);
            } else {
                makeRoom(3);
                put('=');
                put(HEX[text[i] >> 4 & 15]);
                put(HEX[text[i] & 15]);
            }
        }
    }

    private void makeRoom(int places) {
        if (column + places > ROOM) {
            put('=');
            put('\r');
            put('\n');
            column = 0;
        }
        column += places;
    }

    private void put(int octet) {
        encoded[length++] = (byte) octet;
    }

    /** A lone CR or LF is a line end too: what is sent has no other than CRLF. */
    private boolean isCrLf(int i) {
        return text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n';
    }

    /** Whether the octet may stand for itself; a blank at the end of a line may not, it would be lost on the way. */
    private boolean isPlain(int i) {
        byte octet = text[i];
        if (octet == ' ' || octet == '\t') {
            return i + 1 < text.length && text[i + 1] != '\r' && text[i + 1] != '\n';
        }
        return octet > ' ' && octet < 127 && octet != '=';
    }
}
