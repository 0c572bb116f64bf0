package io.portico.access;

import io.portico.kernel.Secret;
import io.portico.workspace.Operators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The one-time links of the set-up: at most one is alive, for a day, and none once an operator exists. */
@Component
public class SetUpLinks {
    public static final Duration LIFETIME = Duration.ofHours(24);

    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final Operators operators;
    private final Clock clock;

    SetUpLinks(TransactionOperations transactions, JdbcClient jdbc, Operators operators, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.operators = operators;
        this.clock = clock;
    }

    /** A new link's secret, in place of all made before; empty once an operator exists. */
    public Optional<Secret> make() {
        if (!operators.noneYet()) {
            return Optional.empty();
        }
        Secret secret = Secret.random();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from set_up_link").update();
            insert(secret, clock.instant());
        });
        return Optional.of(secret);
    }

    /** Whether the link could be used now; looking spends nothing. */
    public boolean isAlive(Secret secret) {
        var sql = "select exists (select from set_up_link where token_hash = ? and expires_at > ?)";
        return operators.noneYet()
                && jdbc.sql(sql)
                        .params(secret.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single();
    }

    /** True for one caller, once. */
    boolean spend(Secret secret) {
        int spent = jdbc.sql("delete from set_up_link where token_hash = ? and expires_at > ?")
                .params(secret.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return spent == 1 && operators.noneYet();
    }

    private void insert(Secret secret, Instant now) {
        jdbc.sql("insert into set_up_link (token_hash, created_at, expires_at) values (?, ?, ?)")
                .params(
                        secret.hash(),
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
    }
}
