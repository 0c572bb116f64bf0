package io.portico.access;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts sign-ins by address, on all nodes together. A try is counted as failed before the password is looked at, so a
 * hundred at the same moment are not a hundred guesses; the one that succeeds is forgiven. Addresses that nobody has
 * are counted and locked like all others: a lock tells nothing.
 */
@Component
class OperatorSignInTries {
    /** Whether a try may be made. */
    sealed interface Admission {
        /** The password may be checked; this is failed try number so many unless it is right. */
        record Admitted(int tries) implements Admission {}

        record Locked(Duration delay) implements Admission {}
    }

    /** What is tried; each is counted by itself, whatever the words that name it. */
    enum Trial {
        /** A password at the door, by the address typed. */
        PASSWORD,
        /** A password by an operator who is signed in, by the operator: strangers cannot lock it. */
        CONFIRMATION,
        /** A code of the second step, by the operator. */
        SECOND_STEP
    }

    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    OperatorSignInTries(TransactionOperations transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Admission admit(Trial trial, String whose) {
        byte[] address = hash(trial, whose);
        Instant now = clock.instant();
        return transactions.execute(status -> {
            forgetOld(now);
            Optional<Integer> tries = count(address, now);
            tries.flatMap(LockOut::after).ifPresent(wait -> lock(address, now.plus(wait)));
            return tries.<Admission>map(Admission.Admitted::new).orElseGet(() -> locked(address, now));
        });
    }

    void forgive(Trial trial, String whose) {
        jdbc.sql("delete from operator_sign_in_try where address_hash = ?")
                .param(hash(trial, whose))
                .update();
    }

    /** Empty while the address is locked. */
    private Optional<Integer> count(byte[] address, Instant now) {
        var sql = """
                insert into operator_sign_in_try as t (address_hash, failed_tries, last_try_at)
                values (:address, 1, :now)
                on conflict (address_hash) do update set
                    failed_tries = case when t.last_try_at < :forgotten then 1 else t.failed_tries + 1 end,
                    last_try_at = :now,
                    locked_until = null
                where t.locked_until is null or t.locked_until <= :now
                returning failed_tries""";
        return jdbc.sql(sql)
                .param("address", address)
                .param("now", utc(now))
                .param("forgotten", utc(now.minus(LockOut.MEMORY)))
                .query(Integer.class)
                .optional();
    }

    private void lock(byte[] address, Instant until) {
        jdbc.sql("update operator_sign_in_try set locked_until = ? where address_hash = ?")
                .params(utc(until), address)
                .update();
    }

    private Admission locked(byte[] address, Instant now) {
        Instant until = jdbc.sql("select locked_until from operator_sign_in_try where address_hash = ?")
                .param(address)
                .query((row, n) -> instant(row, "locked_until"))
                .optional()
                .orElse(now);
        return new Admission.Locked(Duration.between(now, until));
    }

    private void forgetOld(Instant now) {
        var sql = """
                delete from operator_sign_in_try where address_hash in (
                    select address_hash from operator_sign_in_try where last_try_at < ?
                    order by last_try_at limit 100 for update skip locked)""";
        jdbc.sql(sql).param(utc(now.minus(LockOut.MEMORY))).update();
    }

    private static byte[] hash(Trial trial, String whose) {
        try {
            String counted = trial + " " + whose;
            return MessageDigest.getInstance("SHA-256").digest(counted.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }
}
