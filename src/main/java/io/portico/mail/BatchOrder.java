package io.portico.mail;

import io.portico.kernel.RunId;
import java.util.Map;

/**
 * How the mails of a run are ordered.
 *
 * @param personalUpTo when the run is to so few, somebody waits for the mails: they leave with the personal ones
 * @param unprepared whether they wait until the ordering room has prepared them, see {@link UnpreparedMails}
 */
public record BatchOrder(RunId run, int personalUpTo, boolean unprepared) {
    Map<String, Object> params() {
        return Map.of(
                "batch", run.value(),
                "few", personalUpTo,
                "personal", Priority.PERSONAL.rank(),
                "bulk", Priority.BULK.rank(),
                "heldBy", unprepared ? Hold.UNPREPARED.bit() : 0);
    }
}
