package io.portico.web;

import io.portico.access.Device;
import io.portico.access.OperatorSession;
import io.portico.activity.Actor;
import java.util.Optional;

/** Somebody at the console outside of any workspace: not signed in, or between workspaces. */
public record StrangerVisit(
        Optional<OperatorSession> session,
        Device device,
        Texts texts,
        Assets assets,
        String csrf,
        Optional<Notice> notice,
        String here)
        implements Frame {
    /** The same on a page that is found elsewhere: for what answers a form that is nowhere to be looked at. */
    public StrangerVisit at(String path) {
        return new StrangerVisit(session, device, texts, assets, csrf, notice, path);
    }

    public Actor actor() {
        return new Actor.Stranger(device.ip());
    }
}
