package io.portico.tenancy;

import java.util.HashMap;
import java.util.Map;

/**
 * A select of one room, from which another room's statement takes its rows: so that a hundred thousand of them never
 * leave the database. The rooms' parameters go by names of their own, but for {@code workspace}, which all mean alike.
 *
 * @param sql a select, without a semicolon at its end
 */
public record Rows(String sql, Map<String, Object> params) {
    public Rows {
        params = Map.copyOf(params);
    }

    /** These and further parameters. */
    public Map<String, Object> paramsWith(Map<String, ?> further) {
        Map<String, Object> all = new HashMap<>(params);
        all.putAll(further);
        return all;
    }
}
