package io.portico.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.kernel.MailId;
import io.portico.mail.ReturnKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailgunDoorTests extends BouncesTest {
    private static final String KEY = "key-of-mailgun-0123456789";
    private static final String DOOR = "/bounces/mailgun";

    private final String token = UUID.randomUUID().toString().repeat(2).substring(0, 50);

    private static String event(String event, String severity, String reason, int code, String message, String mark) {
        return """
                {"event": "%s", "severity": "%s", "reason": "%s", "log-level": "error", "id": "G9Bn5sl1TC6nu79C8C0bwg",
                 "delivery-status": {"tls": true, "code": %d, "message": "%s", "attempt-no": 1},
                 "envelope": {"sender": "bob@mg.example.com", "transport": "smtp", "targets": "alice@example.com"},
                 "message": {"headers": {"message-id": "20130503192659.13651.20287@mg.example.com"}, "size": 111},
                 "recipient": "alice@example.com", "user-variables": {"portico": "%s"}}""".formatted(event, severity, reason, code, message, mark);
    }

    private static String signed(String key, Instant time, String token, String event) throws Exception {
        String timestamp = Long.toString(time.getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((timestamp + token).getBytes(StandardCharsets.UTF_8)));
        return """
                {"signature": {"timestamp": "%s", "token": "%s", "signature": "%s"}, "event-data": %s}""".formatted(timestamp, token, signature, event);
    }

    private String bounce() {
        return event("failed", "permanent", "bounce", 550, "5.1.1 no such user", mark);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, permanent, bounce, 550, 5.1.1 no such user, BOUNCED",
        "failed, permanent, suppress-bounce, 605, Not delivering to previously bounced address, BOUNCED",
        "failed, permanent, generic, 550, No such user here, BOUNCED",
        "failed, permanent, generic, 550, No such user (client 10.4.33.21), BOUNCED",
        "failed, permanent, generic, 552, Mailbox of 5.1.1.9 full, NOT_DELIVERED",
        "failed, permanent, generic, 550, 5.7.1 Message blocked, NOT_DELIVERED",
        "failed, permanent, old, 602, Too old, NOT_DELIVERED",
        "failed, permanent, suppress-complaint, 607, Complained before, COMPLAINED",
        "failed, temporary, generic, 450, Try later, DELAYED",
        "complained, '', '', 0, '', COMPLAINED"
    })
    void knowsWhatAnEventMeans(String event, String severity, String reason, int code, String message, ReturnKind kind)
            throws Exception {
        String news = event(event, severity, reason, code, message, mark);

        assertThat(post(DOOR, signed(KEY, clock.instant(), token, news))).isEqualTo(200);

        assertThat(cameBack()).contains(kind);
        assertThat(suppressed().isPresent()).isEqualTo(kind == ReturnKind.BOUNCED || kind == ReturnKind.COMPLAINED);
    }

    @Test
    void asksMailgunToGiveTheMarkBack() {
        assertThat(SERVER.mails())
                .filteredOn(source -> source.contains("<" + mail + "@"))
                .allSatisfy(source -> assertThat(source.replaceAll("\r\n[ \t]", " "))
                        .contains("X-Mailgun-Variables: {\"portico\": \"" + mark + "\"}"));
    }

    @Test
    void refusesWhatIsNotSignedWithTheKey() throws Exception {
        assertThat(post(DOOR, signed("key-of-a-stranger-0123456", clock.instant(), token, bounce())))
                .isEqualTo(403);
        assertThat(post(DOOR, "{\"event-data\": " + bounce() + "}")).isEqualTo(403);
        assertThat(post(DOOR, signed(KEY, clock.instant(), token, bounce()).replace(token, token + "0")))
                .isEqualTo(403);

        assertThat(cameBack()).isEmpty();
    }

    @Test
    void readsNothingMoreFromWhereOnlyJunkComes() throws Exception {
        for (int n = 0; n < 60; n++) {
            assertThat(post(DOOR, "junk")).isEqualTo(400);
        }

        assertThat(post(DOOR, "junk")).isEqualTo(429);
        assertThat(post(DOOR, signed(KEY, clock.instant(), token, bounce()))).isEqualTo(429);
        assertThat(cameBack()).isEmpty();
    }

    @Test
    void refusesASignatureThatIsOldOrOfTheFuture() throws Exception {
        Instant now = clock.instant();

        assertThat(post(DOOR, signed(KEY, now.minus(Duration.ofHours(13)), token, bounce())))
                .isEqualTo(403);
        assertThat(post(DOOR, signed(KEY, now.plus(Duration.ofMinutes(10)), token, bounce())))
                .isEqualTo(403);
        assertThat(post(DOOR, signed(KEY, now.minus(Duration.ofHours(8)), token, bounce())))
                .isEqualTo(200);
    }

    @Test
    void letsASignatureCountOnce() throws Exception {
        Instant now = clock.instant();
        assertThat(post(DOOR, signed(KEY, now, token, event("delivered", "", "", 250, "OK", mark))))
                .isEqualTo(200);

        assertThat(post(DOOR, signed(KEY, now, token, bounce()))).isEqualTo(406);

        assertThat(cameBack()).isEmpty();
    }

    @Test
    void believesNoMarkThatIsNotOurs() throws Exception {
        String stranger = event("failed", "permanent", "bounce", 550, "gone", marks.of(MailId.next(clock)));

        assertThat(post(DOOR, signed(KEY, clock.instant(), token, stranger))).isEqualTo(200);

        assertThat(suppressed()).isEmpty();
    }
}
