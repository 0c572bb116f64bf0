package io.portico.web;

import io.portico.access.Device;
import io.portico.access.OperatorSession;
import io.portico.workspace.Operator;
import java.util.Optional;

/** A signed-in operator at the console outside of any workspace, about their own account. */
public record OperatorVisit(
        Operator operator,
        OperatorSession session,
        Device device,
        Texts texts,
        Assets assets,
        String csrf,
        Optional<Notice> notice,
        String here)
        implements Frame {
    /** The same on a page that is found elsewhere: for what answers a form that is nowhere to be looked at. */
    public OperatorVisit at(String path) {
        return new OperatorVisit(operator, session, device, texts, assets, csrf, notice, path);
    }
}
