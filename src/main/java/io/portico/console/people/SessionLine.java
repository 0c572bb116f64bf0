package io.portico.console.people;

import io.portico.access.ContactSession;
import io.portico.kernel.SessionId;
import io.portico.web.DeviceName;
import java.time.Instant;

/** A live session as it is listed; the device is empty when the browser did not say what it is. */
public record SessionLine(SessionId id, String device, String ip, Instant lastUsedAt) {
    static SessionLine of(ContactSession session) {
        return new SessionLine(
                session.id(), DeviceName.of(session.userAgent()).words(), session.ip(), session.lastUsedAt());
    }
}
