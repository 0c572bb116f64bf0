package io.portico.web;

import io.portico.kernel.OperatorId;
import io.portico.workspace.SubDomains;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An operator's workspaces, and which of them an address of the console means. */
@Component
class ConsolePlaces {
    private final Workspaces workspaces;
    private final SubDomains subDomains;

    ConsolePlaces(Workspaces workspaces, SubDomains subDomains) {
        this.workspaces = workspaces;
        this.subDomains = subDomains;
    }

    List<Workspace> of(OperatorId operator) {
        return workspaces.of(operator);
    }

    /**
     * The one at this sub-domain now, else the one that was there before. Of the operator's own alone: a name that was
     * another's is no more to them than one that never was.
     */
    Optional<Workspace> named(String slug, List<Workspace> own) {
        return own.stream()
                .filter(each -> each.slug().value().equals(slug))
                .findFirst()
                .or(() -> subDomains
                        .ownerOf(slug)
                        .flatMap(owner -> own.stream()
                                .filter(each -> each.id().equals(owner))
                                .findFirst()));
    }
}
