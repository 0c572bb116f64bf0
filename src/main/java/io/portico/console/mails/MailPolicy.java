package io.portico.console.mails;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with a mail as a document of its own, for a frame: no script, no forms, nothing from elsewhere, an origin that
 * is nobody's. Its links open nothing, for they are examples.
 */
final class MailPolicy {
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
                    + "base-uri 'none'; frame-ancestors 'self'";
    private static final String PLAIN =
            "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private MailPolicy() {}

    static ResponseEntity<byte[]> html(String html) {
        return answer(HttpStatus.OK, MediaType.TEXT_HTML, POLICY, html);
    }

    static ResponseEntity<byte[]> text(HttpStatus status, String text) {
        return answer(status, MediaType.TEXT_PLAIN, PLAIN, text);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, MediaType type, String policy, String body) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
