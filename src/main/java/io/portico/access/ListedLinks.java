package io.portico.access;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;

import io.portico.activity.Maker;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads rows of {@code magic_link}. */
final class ListedLinks {
    private ListedLinks() {}

    static ListedLink of(ResultSet row, Instant now) throws SQLException {
        return new ListedLink(
                new LinkId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                LinkPurpose.of(row.getString("purpose")),
                Maker.in(row, "created_by"),
                Optional.ofNullable(row.getString("mailed_to")),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                state(row, now),
                trace(row, "viewed"),
                trace(row, "redeemed"),
                time(row, "revoked_at"));
    }

    /** How the link itself stands, whoever it is for. */
    static LinkState state(ResultSet row, Instant now) throws SQLException {
        if (row.getObject("redeemed_at") != null) {
            return LinkState.USED;
        }
        if (row.getObject("revoked_at") != null) {
            return LinkState.REVOKED;
        }
        return now.isBefore(instant(row, "expires_at")) ? LinkState.LIVE : LinkState.EXPIRED;
    }

    private static Optional<ListedLink.Trace> trace(ResultSet row, String done) throws SQLException {
        var device = new Device(
                Objects.requireNonNullElse(row.getString(done + "_from"), ""),
                Objects.requireNonNullElse(row.getString(done + "_agent"), ""));
        return time(row, done + "_at").map(at -> new ListedLink.Trace(at, device));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(instantOrNull(row, column));
    }
}
