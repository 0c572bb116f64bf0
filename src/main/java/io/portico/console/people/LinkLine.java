package io.portico.console.people;

import io.portico.access.LinkPurpose;
import io.portico.access.LinkState;
import io.portico.access.ListedLink;
import io.portico.activity.Maker;
import io.portico.kernel.LinkId;
import io.portico.web.DeviceName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A magic link as it is listed; {@code madeBy} is empty when nobody of the business did, nor a program of theirs.
 *
 * @param endsAt when it runs out, or when it stopped working
 */
public record LinkLine(
        LinkId id,
        LinkPurpose purpose,
        LinkState state,
        String madeBy,
        Optional<String> mailedTo,
        Instant createdAt,
        Instant endsAt,
        Optional<Visit> viewed,
        Optional<Visit> redeemed) {
    /** Somebody who came with the link; the device is empty when the browser did not say what it is. */
    public record Visit(Instant at, String device, String ip) {
        static Visit of(ListedLink.Trace trace) {
            return new Visit(
                    trace.at(),
                    DeviceName.of(trace.device().userAgent()).words(),
                    trace.device().ip());
        }
    }

    static LinkLine of(ListedLink link, Map<Maker, String> names) {
        return new LinkLine(
                link.id(),
                link.purpose(),
                link.state(),
                names.getOrDefault(link.madeBy(), ""),
                link.mailedTo(),
                link.createdAt(),
                link.endsAt(),
                link.viewed().map(Visit::of),
                link.redeemed().map(Visit::of));
    }
}
