package io.portico.mail.delivery;

import io.portico.mail.DkimSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the header {@code DKIM-Signature} (RFC 6376) of a message, with relaxed canonicalisation of header and body. What is
 * named among the signed fields but absent from the message is signed as absent, and so is a second {@code From}: nobody can
 * add one on the way.
 */
final class DkimHeader {
    private static final List<String> SIGNED = List.of(
            "From",
            "From",
            "Reply-To",
            "Subject",
            "Date",
            "Message-ID",
            "To",
            "List-Id",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type");
    private static final int LINE = 72;

    private final DkimSigner signer;
    private final Instant now;

    DkimHeader(DkimSigner signer, Instant now) {
        this.signer = signer;
        this.now = now;
    }

    /** The message with the header before all others. */
    String before(String message) {
        int end = message.indexOf("\r\n\r\n");
        String unsigned = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + signer.domain() + ";\r\n\ts="
                + signer.selector() + "; t=" + now.getEpochSecond() + ";\r\n\th=" + String.join(":\r\n\t ", SIGNED)
                + ";\r\n\tbh=" + base64(bodyHash(message.substring(end + 4))) + ";\r\n\tb=";
        String signed = relaxedFields(message.substring(0, end)) + relaxed(unsigned);
        return unsigned + folded(base64(signer.sign(signed.getBytes(StandardCharsets.US_ASCII)))) + "\r\n" + message;
    }

    private static String relaxedFields(String header) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int start = 0; start < header.length(); ) {
            int end = fieldEnd(header, start);
            String field = header.substring(start, end);
            fields.computeIfAbsent(name(field), n -> new ArrayList<>()).add(field);
            start = end + 2;
        }
        var text = new StringBuilder();
        for (String name : SIGNED) {
            List<String> left = fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (!left.isEmpty()) {
                text.append(relaxed(left.removeLast())).append("\r\n");
            }
        }
        return text.toString();
    }

    /** A line that begins with a blank goes on with the field before it. */
    private static int fieldEnd(String header, int start) {
        int end = header.indexOf("\r\n", start);
        while (end >= 0 && end + 2 < header.length() && isBlank(header.charAt(end + 2))) {
            end = header.indexOf("\r\n", end + 2);
        }
        return end < 0 ? header.length() : end;
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    /** RFC 6376, 3.4.2: one line, runs of blanks become one, those at both ends go. */
    private static String relaxed(String field) {
        var text = new StringBuilder(field.length()).append(name(field)).append(':');
        int valueStart = text.length();
        boolean blank = false;
        for (int i = field.indexOf(':') + 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (isBlank(c) || c == '\r' || c == '\n') {
                blank = true;
            } else {
                if (blank && text.length() > valueStart) {
                    text.append(' ');
                }
                blank = false;
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /** RFC 6376, 3.4.4: runs of blanks become one, those at the ends of lines and empty lines at the end of all go. */
    private static byte[] bodyHash(String body) {
        byte[] text = body.getBytes(StandardCharsets.ISO_8859_1);
        byte[] relaxed = new byte[text.length + 2];
        int length = 0;
        int lineEnds = 0;
        boolean blank = false;
        for (byte c : text) {
            if (c == '\r') {
                lineEnds++;
                blank = false;
            } else if (isBlank(c)) {
                blank = true;
            } else if (c != '\n') {
                for (; lineEnds > 0; lineEnds--) {
                    relaxed[length++] = '\r';
                    relaxed[length++] = '\n';
                }
                if (blank) {
                    relaxed[length++] = ' ';
                    blank = false;
                }
                relaxed[length++] = c;
            }
        }
        if (length > 0) {
            relaxed[length++] = '\r';
            relaxed[length++] = '\n';
        }
        return sha256(relaxed, length);
    }

    private static String folded(String signature) {
        var lines = new StringBuilder();
        for (int i = 0; i < signature.length(); i += LINE) {
            lines.append(i == 0 ? "" : "\r\n\t").append(signature, i, Math.min(signature.length(), i + LINE));
        }
        return lines.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] text, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
