package io.portico.mail.delivery;

import io.portico.mail.DkimSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
    private static final Pattern FIELD_END = Pattern.compile("\r\n(?![ \t])");
    private static final Pattern SPACES = Pattern.compile("[ \t\r\n]+");
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
                + ";\r\n\tbh=" + base64(sha256(relaxedBody(message, end + 4))) + ";\r\n\tb=";
        String signed = relaxedFields(message.substring(0, end)) + relaxed(unsigned);
        return unsigned + folded(base64(signer.sign(signed.getBytes(StandardCharsets.US_ASCII)))) + "\r\n" + message;
    }

    private static String relaxedFields(String header) {
        Map<String, List<String>> fields = new HashMap<>();
        FIELD_END
                .splitAsStream(header)
                .forEach(field -> fields.computeIfAbsent(name(field), n -> new ArrayList<>())
                        .add(field));
        var text = new StringBuilder();
        for (String name : SIGNED) {
            List<String> left = fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (!left.isEmpty()) {
                text.append(relaxed(left.removeLast())).append("\r\n");
            }
        }
        return text.toString();
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    /** RFC 6376, 3.4.2. */
    private static String relaxed(String field) {
        String value = SPACES.matcher(field.substring(field.indexOf(':') + 1)).replaceAll(" ");
        return name(field) + ":" + value.strip();
    }

    /** RFC 6376, 3.4.4: runs of blanks become one, those at the ends of lines and empty lines at the end of all go. */
    private static byte[] relaxedBody(String message, int start) {
        byte[] text = new byte[message.length() - start + 2];
        int length = 0;
        int lineEnds = 0;
        boolean blank = false;
        for (int i = start; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '\r') {
                lineEnds++;
                blank = false;
            } else if (c == ' ' || c == '\t') {
                blank = true;
            } else if (c != '\n') {
                for (; lineEnds > 0; lineEnds--) {
                    text[length++] = '\r';
                    text[length++] = '\n';
                }
                if (blank) {
                    text[length++] = ' ';
                    blank = false;
                }
                text[length++] = (byte) c;
            }
        }
        if (length > 0) {
            text[length++] = '\r';
            text[length++] = '\n';
        }
        return Arrays.copyOf(text, length);
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

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
