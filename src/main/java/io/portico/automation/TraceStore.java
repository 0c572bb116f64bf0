package io.portico.automation;

import static io.portico.tenancy.Timestamps.utc;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which transactions automations did something, and how deep they were. */
@Component
class TraceStore {
    private final JdbcClient jdbc;

    TraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this transaction writes to the log is the doing of an automation so deep. */
    void trace(Entry entry, Instant now) {
        jdbc.sql("insert into automation_trace (workspace_id, depth, at) values (?, ?, ?) on conflict do nothing")
                .params(entry.workspace().value(), entry.depth(), utc(now))
                .update();
    }

    /** How deep the automations were that wrote in these transactions. */
    Map<Long, Integer> depths(Set<Long> transactions) {
        Map<Long, Integer> depths = new HashMap<>();
        jdbc.sql("select xact::text::bigint as xact, depth from automation_trace where xact = any(?::text[]::xid8[])")
                .param(transactions.stream().map(Object::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> depths.put(row.getLong("xact"), row.getInt("depth")));
        return depths;
    }

    void forget(Instant before) {
        jdbc.sql("delete from automation_trace where at < ?").param(utc(before)).update();
    }
}
