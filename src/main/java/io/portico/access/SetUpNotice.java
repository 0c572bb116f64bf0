package io.portico.access;

import io.portico.installation.Installation;
import io.portico.installation.StartNotice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints a fresh set-up link at every start, until the first operator exists. */
@Component
class SetUpNotice implements StartNotice {
    private final SetUpLinks links;
    private final Installation installation;

    SetUpNotice(SetUpLinks links, Installation installation) {
        this.links = links;
        this.installation = installation;
    }

    @Override
    public List<String> lines() {
        return links.make()
                .map(secret -> List.of(
                        "Set-up   " + installation.consoleUrl() + "/set-up/" + secret.reveal(),
                        "         Works once, for %d hours. Start Portico again for a new one."
                                .formatted(SetUpLinks.LIFETIME.toHours())))
                .orElse(List.of());
    }
}
