package io.portico.bounces;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailgunTokenStore {
    private final JdbcClient jdbc;

    MailgunTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True for the first who comes with the token. Forgets those that are too old to be good for anything. */
    boolean take(String token, Instant now) {
        jdbc.sql("delete from mailgun_token where seen_at < ?")
                .param(now.minus(MailgunSignature.OLDEST.multipliedBy(2)).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("insert into mailgun_token (token_hash, seen_at) values (?, ?) on conflict do nothing")
                        .params(hash(token), now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void giveBack(String token) {
        jdbc.sql("delete from mailgun_token where token_hash = ?")
                .param(hash(token))
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
