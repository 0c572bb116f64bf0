package io.portico.limits;

import io.portico.limits.Knock.Tally;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one number for each thing that is counted: when its limit will be wholly free again, in microseconds of the
 * epoch. A limit is used up when that lies further ahead than its period.
 */
@Component
class LimitStore {
    // Rows are locked in the order of their keys. A row that another node is just making is not seen by "held"; there
    // the last "where" decides, so that no number of first knocks at the same moment gets past the limit.
    // Durability is traded here alone: a count lost in a power cut lets a few more knocks in, and no knock waits for a
    // disk.
    private static final String COUNT = """
            with cheap as materialized (
                select set_config('synchronous_commit', 'off', true)
            ), asked as (
                select key, weight, period from unnest(:keys::uuid[], :weights::bigint[], :periods::bigint[])
                    as asked (key, weight, period), cheap
            ), held as materialized (
                select t.key, t.free_at from limit_tally t
                where t.key = any (:keys::uuid[]) order by t.key for update
            ), verdict as materialized (
                select coalesce(max(greatest(coalesce(held.free_at, 0), :now) + weight - period - :now), 0) as wait
                from asked left join held using (key)
            ), counted as (
                insert into limit_tally as t (key, weight, free_at)
                select key, weight, :now + weight from asked, verdict where wait <= 0 order by key
                on conflict (key) do update
                    set free_at = greatest(t.free_at, :now) + excluded.weight
                    where greatest(t.free_at, :now) + excluded.weight <= :now + (
                        select period from asked where asked.key = excluded.key)
                returning key
            )
            select case
                when wait > 0 then wait
                when (select count(*) from counted) < (select count(*) from asked) then (select max(weight) from asked)
                else 0 end
            from verdict""";

    private static final int TRIES = 5;

    private final JdbcClient jdbc;

    LimitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty when all were counted; else how long until they could be, and nothing was, unless another node was quicker
     * with the last that was free: then the other limits have counted one too many. First knocks at the same moment can
     * meet in a deadlock, as one holds a row that is there and the other makes one that is not: the statement that
     * PostgreSQL picks as victim has counted nothing and is tried again.
     */
    Optional<Duration> count(List<Tally> tallies, Instant now) {
        for (int tried = 1; ; tried++) {
            try {
                return countOnce(tallies, now);
            } catch (PessimisticLockingFailureException deadlock) {
                if (tried == TRIES) {
                    throw deadlock;
                }
            }
        }
    }

    private Optional<Duration> countOnce(List<Tally> tallies, Instant now) {
        if (tallies.isEmpty()) {
            return Optional.empty();
        }
        long wait = jdbc.sql(COUNT)
                .param("keys", keys(tallies), Types.ARRAY)
                .param("weights", numbers(tallies, tally -> micros(tally.limit().weight())), Types.ARRAY)
                .param("periods", numbers(tallies, tally -> micros(tally.limit().period())), Types.ARRAY)
                .param("now", micros(now))
                .query(Long.class)
                .single();
        return wait > 0 ? Optional.of(Duration.ofNanos(wait * 1_000)) : Optional.empty();
    }

    /** Of the limit that has the least left. */
    Allowance allowance(List<Tally> tallies, Instant now) {
        Map<UUID, Long> freeAt = new HashMap<>();
        jdbc.sql("select key, free_at from limit_tally where key = any (?::uuid[])")
                .param(1, keys(tallies), Types.ARRAY)
                .query((RowCallbackHandler)
                        row -> freeAt.put(row.getObject("key", UUID.class), row.getLong("free_at")));
        return tallies.stream()
                .map(tally -> allowance(tally.limit(), freeAt.getOrDefault(tally.key(), 0L), micros(now)))
                .min(Comparator.comparingLong(Allowance::left))
                .orElseThrow(() -> new IllegalArgumentException("a knock that nothing counts"));
    }

    private static Allowance allowance(Limit limit, long freeAt, long now) {
        long used = Math.max(0, freeAt - now);
        long left = Math.max(0, (micros(limit.period()) - used) / micros(limit.weight()));
        return new Allowance(limit.knocks(), Math.min(left, limit.knocks()), Duration.ofNanos(used * 1_000));
    }

    void giveBack(List<Tally> tallies) {
        var sql = """
                with cheap as materialized (
                    select set_config('synchronous_commit', 'off', true)
                ), held as (
                    select key from limit_tally, cheap where key = any (?::uuid[]) order by key for update of limit_tally
                )
                update limit_tally t set free_at = t.free_at - t.weight from held where t.key = held.key""";
        jdbc.sql(sql).param(1, keys(tallies), Types.ARRAY).update();
    }

    /** Forgets what no longer counts. */
    int forget(Instant now) {
        return jdbc.sql("delete from limit_tally where free_at < ?")
                .param(micros(now))
                .update();
    }

    private static UUID[] keys(List<Tally> tallies) {
        return tallies.stream().map(Tally::key).toArray(UUID[]::new);
    }

    private static Long[] numbers(List<Tally> tallies, ToLongFunction<Tally> number) {
        return tallies.stream().map(number::applyAsLong).toArray(Long[]::new);
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }

    private static long micros(Instant time) {
        return micros(Duration.between(Instant.EPOCH, time));
    }
}
