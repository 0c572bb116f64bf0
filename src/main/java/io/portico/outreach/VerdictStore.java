package io.portico.outreach;

import static io.portico.tenancy.Timestamps.instantOrNull;

import io.portico.kernel.ContactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the verdicts on an audience without changing anything, each time in one statement. */
@Component
class VerdictStore {
    private static final String LISTED = """
            select k.place, k.id, k.name, k.shown, k.verdict, k.last_let_in, %s as possible_from%s from (%s) k""";

    private final JdbcClient jdbc;
    private final Clock clock;

    VerdictStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Object> params(Audience audience) {
        return audience.params(clock.instant());
    }

    Plan plan(Audience audience) {
        var grouped = """
                select * from (
                    select j.*, count(*) over (partition by verdict) as of_verdict,
                        row_number() over (partition by verdict order by place, id) as nth
                    from (%s) j) g
                where nth <= :listed""".formatted(audience.judged());
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        List<Plan.Row> rows = jdbc.sql(listed(audience, ", k.of_verdict", grouped) + " order by k.verdict, k.nth")
                .params(params(audience))
                .param("listed", Plan.LISTED)
                .query((row, n) -> {
                    Plan.Row each = row(row);
                    counts.put(each.verdict(), row.getInt("of_verdict"));
                    return each;
                })
                .list();
        return new Plan(rows, counts);
    }

    /** The verdict on each of the chosen contacts that the workspace has. */
    Map<ContactId, Verdict> each(Audience audience) {
        Map<ContactId, Verdict> verdicts = new HashMap<>();
        jdbc.sql("select j.id, j.verdict from (%s) j where j.id is not null".formatted(audience.judged()))
                .params(params(audience))
                .query((RowCallbackHandler) row -> verdicts.put(
                        new ContactId(row.getObject("id", UUID.class)), Verdict.of(row.getString("verdict"))));
        return verdicts;
    }

    /** @param after the place of the last row already seen; empty for the first page */
    PlanPage page(Audience audience, Verdict verdict, String after) {
        var one = """
                select * from (%s) j
                where verdict = :verdict and (place, coalesce(id, :nobody)) > (:afterPlace, :afterId)
                order by place, id limit :most""".formatted(audience.judged());
        Place last = Place.parse(after);
        List<Plan.Row> rows = jdbc.sql(listed(audience, "", one) + " order by k.place, k.id")
                .params(params(audience))
                .param("verdict", verdict.word())
                .param("nobody", Place.NOBODY)
                .param("afterPlace", last.typed())
                .param("afterId", last.contact())
                .param("most", PlanPage.SIZE + 1)
                .query((row, n) -> row(row))
                .list();
        boolean more = rows.size() > PlanPage.SIZE;
        List<Plan.Row> shown = rows.subList(0, Math.min(rows.size(), PlanPage.SIZE));
        return new PlanPage(verdict, shown, more ? Optional.of(shown.getLast().place()) : Optional.empty());
    }

    /** Typed ones whose verdict is that nobody has the address, as they were typed; in their order. */
    List<TypedAddress> strangers(Audience audience) {
        var sql = """
                select k.place from (%s) k where k.verdict = :verdict order by k.place""".formatted(audience.judged());
        List<TypedAddress> typed = audience.typed().entries();
        return jdbc.sql(sql)
                .params(params(audience))
                .param("verdict", Verdict.UNKNOWN_ADDRESS.word())
                .query((row, n) -> typed.get(row.getInt("place") - 1))
                .list();
    }

    private static String listed(Audience audience, String further, String rows) {
        return LISTED.formatted(OutreachPolicy.possibleFrom(audience.kind()), further, rows);
    }

    /** Where somebody stands in a run: typed ones by their line, chosen ones, whose line is 0, by their id. */
    private record Place(long typed, UUID contact) {
        static final UUID NOBODY = new UUID(0, 0);

        static Place parse(String text) {
            int dot = text.indexOf('.');
            if (dot < 0) {
                return new Place(-1, NOBODY);
            }
            try {
                return new Place(Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
            } catch (IllegalArgumentException e) {
                return new Place(-1, NOBODY);
            }
        }
    }

    private static Plan.Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Plan.Row(
                Optional.ofNullable(id).map(ContactId::new),
                row.getString("name"),
                Optional.ofNullable(row.getString("shown")).orElse(""),
                Verdict.of(row.getString("verdict")),
                Optional.ofNullable(instantOrNull(row, "last_let_in")),
                Optional.ofNullable(instantOrNull(row, "possible_from")),
                row.getLong("place") + "." + (id == null ? Place.NOBODY : id));
    }
}
