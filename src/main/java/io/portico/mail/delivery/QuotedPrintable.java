package io.portico.mail.delivery;

import java.nio.charset.StandardCharsets;

/**
 * Text in the encoding quoted-printable (RFC 2045, 6.7), of its UTF-8 bytes: US-ASCII, in lines of at most 76 characters
 * that are ended by CRLF, whichever line ends the text has. Jakarta Mail's own looks at each byte three times and was half
 * the cost of a letter.
 */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;
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
        column = 0;
        for (int i = start; i < end; i++) {
            write(text[i], i + 1 == end);
        }
    }

    /** A blank at the end of a line would be lost on the way. */
    private void write(byte octet, boolean lastOfLine) {
        boolean blank = octet == ' ' || octet == '\t';
        if (octet > ' ' && octet < 127 && octet != '=' || blank && !lastOfLine) {
            breakUnlessFits(1, lastOfLine);
            encoded[length++] = octet;
        } else {
            breakUnlessFits(3, lastOfLine);
            put('=', HEX[octet >> 4 & 15], HEX[octet & 15]);
        }
    }

    /** One place is kept for the sign of a soft line break, unless the line ends here anyway. */
    private void breakUnlessFits(int width, boolean lastOfLine) {
        if (column + width > (lastOfLine ? LONGEST_LINE : LONGEST_LINE - 1)) {
            put('=', '\r', '\n');
            column = 0;
        }
        column += width;
    }

    private void put(int... octets) {
        for (int octet : octets) {
            encoded[length++] = (byte) octet;
        }
    }
}
