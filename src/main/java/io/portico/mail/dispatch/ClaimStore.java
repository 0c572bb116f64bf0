package io.portico.mail.dispatch;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ClaimStore {
    /** What is for contacts or brings operators in waits while its workspace is suspended; operators' own mails do not. */
    private static final String NOT_SUSPENDED = """
            (o.kind <> all (:waiting) or not exists (
                select from workspace w where w.id = o.workspace_id and w.suspended_at is not null))""";

    /**
     * An expression, so that those claimed are found by their key: of the index of all that are claimed the planner thinks
     * that it is empty, as its figures are from before the run, and it is full of those that were.
     */
    static final String CLAIMED = "o.state || '' = 'claimed'";

    private static final String[] WAITING = Arrays.stream(MailTemplate.values())
            .filter(MailTemplate::waitsForSuspension)
            .map(MailTemplate::word)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClaimStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the most urgent mails that are due; those another worker is just taking are passed over. */
    List<Claim> claim(Priority lowest, int most, Instant now, Instant leaseUntil) {
        var sql = """
                with due as (
                    select workspace_id, id from outbox o
                    where state in ('queued', 'deferred') and not held and priority <= :lowest and due_at <= :now
                        and %s
                    order by priority, due_at
                    limit :most
                    for update skip locked)
                update outbox o set state = 'claimed', lease_until = :lease, attempts = attempts + 1,
                    give_up_at = greatest(give_up_at, (
                        select w.resumed_at + interval '1 hour' from workspace w where w.id = o.workspace_id))
                from due where o.workspace_id = due.workspace_id and o.id = due.id
                returning o.*""".formatted(NOT_SUSPENDED);
        return jdbc
                .sql(sql)
                .param("lowest", lowest.rank())
                .param("now", utc(now))
                .param("most", most)
                .param("waiting", WAITING)
                .param("lease", utc(leaseUntil))
                .query(this::claimed)
                .list()
                .stream()
                .sorted(Comparator.comparing(Claim::priority).thenComparing(Claim::createdAt))
                .toList();
    }

    /** Puts mails back whose worker has let its lease end: it is dead, or might as well be. */
    int regain(Instant now) {
        var sql = """
                update outbox set state = 'queued', lease_until = null
                where state = 'claimed' and lease_until < :now""";
        return jdbc.sql(sql).param("now", utc(now)).update();
    }

    /** Those of the claims that stand, their runs neither paused nor cancelled; renews their leases. */
    Set<MailId> keep(WorkspaceId workspace, List<Claim> claims, Instant leaseUntil) {
        var sql = """
                update outbox o set lease_until = :lease
                from unnest(:ids::uuid[], :attempts::int[]) as held (id, attempt)
                where o.workspace_id = :workspace and o.id = held.id and o.attempts = held.attempt
                    and not o.held and %s and %s
                returning o.id""".formatted(CLAIMED, NOT_SUSPENDED);
        return ids(held(sql, claims)
                .param("workspace", workspace.value())
                .param("waiting", WAITING)
                .param("lease", utc(leaseUntil)));
    }

    /**
     * {@link #keep} without the renewal, which costs writes. Each is looked up by itself, whatever the planner thinks of the
     * table: this is asked before every portion, also of runs too small to be told to it.
     */
    Set<MailId> kept(WorkspaceId workspace, List<Claim> claims) {
        var sql = """
                select o.id from unnest(:ids::uuid[], :attempts::int[]) as held (id, attempt)
                cross join lateral (
                    select * from outbox where workspace_id = :workspace and id = held.id limit 1) o
                where o.attempts = held.attempt and o.state = 'claimed' and not o.held and %s""".formatted(NOT_SUSPENDED);
        return ids(held(sql, claims).param("workspace", workspace.value()).param("waiting", WAITING));
    }

    /** Puts mails back into the queue, due as before; only the count of claims stays. Answers how many claims stood. */
    int release(List<Claim> claims) {
        var sql = """
                update outbox o set state = 'queued', lease_until = null
                from unnest(:workspaces::uuid[], :ids::uuid[], :attempts::int[]) as held (workspace_id, id, attempt)
                where o.workspace_id = held.workspace_id and o.id = held.id and o.attempts = held.attempt
                    and %s""".formatted(CLAIMED);
        return held(sql, claims)
                .param(
                        "workspaces",
                        claims.stream()
                                .map(claim -> claim.workspace().toString())
                                .toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec held(String sql, List<Claim> claims) {
        return jdbc.sql(sql)
                .param(
                        "ids",
                        claims.stream().map(claim -> claim.id().toString()).toArray(String[]::new))
                .param(
                        "attempts",
                        claims.stream()
                                .map(claim -> Integer.toString(claim.attempt()))
                                .toArray(String[]::new));
    }

    private static Set<MailId> ids(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> new MailId(row.getObject(1, UUID.class))).set();
    }

    private Claim claimed(ResultSet row, int n) throws SQLException {
        return new Claim(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new MailId(row.getObject("id", UUID.class)),
                MailTemplate.of(row.getString("kind")),
                row.getInt("priority"),
                row.getObject("batch_id") != null,
                Optional.ofNullable(row.getObject("recipient_id", UUID.class)),
                Optional.ofNullable(row.getString("address")).flatMap(EmailAddress::parse),
                details(row.getString("order_details")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant(),
                row.getObject("lease_until", OffsetDateTime.class).toInstant());
    }

    private Map<String, String> details(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }
}
