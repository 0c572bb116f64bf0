package io.portico.console.domains;

import io.portico.domains.HostCheck;
import io.portico.domains.HostState;
import io.portico.domains.PortalHost;
import io.portico.domains.RecordCheck;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Optional;

/**
 * A host of the workspace's own: the records it needs, and what was found of them.
 *
 * @param target where its alias must lead
 * @param addresses where the installation is found, for a domain's top, which can have no alias
 * @param heldByAnother whether its records are there and another workspace has it nevertheless
 */
public record PortalHostPage(
        ConsoleVisit visit, PortalHost host, String target, List<String> addresses, boolean heldByAnother)
        implements PageModel {
    public PortalHostPage {
        addresses = List.copyOf(addresses);
    }

    public String at(String below) {
        return visit.at("/settings/portal-address/hosts/" + host.host() + below);
    }

    public boolean isVerified() {
        return host.state() == HostState.VERIFIED;
    }

    public boolean isHeld() {
        return host.state().isHeld();
    }

    /** Whether the page looks by itself until the records are there. */
    public boolean isWaiting() {
        return host.state() == HostState.CLAIMED;
    }

    public boolean isRemoved() {
        return host.state() == HostState.REMOVED;
    }

    /** Whether links are built with it now. */
    public boolean isCanonical() {
        return isVerified() && host.chosen();
    }

    public String tone() {
        return HostTone.of(host);
    }

    public String toneOf(RecordCheck check) {
        return RecordText.tone(check);
    }

    /** Where the host stands and what follows, in a sentence. */
    public String said() {
        return switch (host.state()) {
            case CLAIMED -> t("domains.state.claimed");
            case VERIFIED -> isCanonical() ? t("domains.state.canonical") : t("domains.state.verified");
            case FAILING ->
                host.failingSince()
                        .map(since -> t("domains.state.failing", texts().time(since)))
                        .orElse("");
            case REMOVED -> t("domains.state.removed");
        };
    }

    public Optional<HealthMark> tls() {
        return host.check().flatMap(HostCheck::tls).map(shown -> HealthMark.of(texts(), shown));
    }

    public String explain(RecordCheck check) {
        return RecordText.of(texts(), check);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
