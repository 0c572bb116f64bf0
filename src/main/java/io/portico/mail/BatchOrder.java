package io.portico.mail;

import io.portico.kernel.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How the mails of a run are ordered.
 *
 * @param personalUpTo when a run that begins now is to so few, somebody waits for the mails: they leave with the
 *     personal ones
 * @param from when the first may leave; empty for now
 * @param spread over how long they are spread evenly; zero for as fast as they can
 * @param unprepared whether they wait until the ordering room has prepared them, see {@link UnpreparedMails}
 */
public record BatchOrder(RunId run, int personalUpTo, Optional<Instant> from, Duration spread, boolean unprepared) {
    Map<String, Object> params() {
        return Map.of(
                "batch", run.value(),
                "few", from.isEmpty() && spread.isZero() ? personalUpTo : 0,
                "personal", Priority.PERSONAL.rank(),
                "bulk", Priority.BULK.rank(),
                "heldBy", unprepared ? Hold.UNPREPARED.bit() : 0,
                "spreadSeconds", spread.toSeconds());
    }
}
