package io.portico.domains;

import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The hosts that workspaces have of their own for their portals. One is claimed, proved by records in DNS
 * ({@link HostChecks}), perhaps chosen for links, and given up.
 */
@Component
public class PortalHosts {
    /** How many hosts a workspace may have, want and have had. */
    public static final int MOST = 20;

    private final PortalHostStore store;
    private final HostRules rules;
    private final HostNews news;
    private final HostDirectory directory;
    private final HostTime time;

    PortalHosts(PortalHostStore store, HostRules rules, HostNews news, HostDirectory directory, HostTime time) {
        this.store = store;
        this.rules = rules;
        this.news = news;
        this.directory = directory;
        this.time = time;
    }

    /** The tenancy and the clock that all work on hosts goes by. */
    @Component
    record HostTime(Tenancy tenancy, Clock clock) {}

    public List<PortalHost> of(WorkspaceId workspace) {
        return time.tenancy().in(workspace, () -> store.of(workspace));
    }

    /** Takes a host as it may stand in a path; empty when the workspace has none of that name. */
    public Optional<PortalHost> find(WorkspaceId workspace, String host) {
        return rules.read(host) instanceof HostVerdict.Accepted(var name)
                ? time.tenancy().in(workspace, () -> store.find(workspace, name))
                : Optional.empty();
    }

    /**
     * Says that the workspace wants this host, and makes a token for it. Many may want a host; it is whose records are
     * found. A host that was given up is claimed with a new token.
     */
    public ClaimResult claim(WorkspaceId workspace, String typed, Actor actor) {
        return switch (rules.read(typed)) {
            case HostVerdict.Refused(var fault, var found) -> new ClaimResult.Refused(fault, found);
            case HostVerdict.Accepted(var host) -> changed(() -> claim(workspace, host, actor));
        };
    }

    private ClaimResult claim(WorkspaceId workspace, HostName host, Actor actor) {
        return time.tenancy().in(workspace, () -> {
            Optional<PortalHost> before = store.hold(workspace, host);
            if (before.isPresent() && before.get().state() != HostState.REMOVED) {
                return new ClaimResult.Already(before.get());
            }
            if (before.isEmpty() && store.of(workspace).size() >= MOST) {
                return new ClaimResult.TooMany(MOST);
            }
            store.claim(workspace, host, ClaimToken.random(), time.clock().instant());
            news.tell(workspace, actor, new DomainClaimed(host.shown()));
            return new ClaimResult.Claimed(store.find(workspace, host).orElseThrow());
        });
    }

    /** Builds links with this host from now on. False when the workspace does not hold it, or its records are gone. */
    public boolean choose(WorkspaceId workspace, HostName host, Actor actor) {
        return changed(() -> time.tenancy().in(workspace, () -> {
            boolean verified = store.hold(workspace, host)
                    .filter(row -> row.state() == HostState.VERIFIED)
                    .isPresent();
            if (verified) {
                store.choose(workspace, Optional.of(host), time.clock().instant());
                news.tell(workspace, actor, new DomainChosen(host.shown()));
            }
            return verified;
        }));
    }

    /** Builds links with the sub-domain again. */
    public void chooseSubDomain(WorkspaceId workspace, String subDomain, Actor actor) {
        changed(() -> time.tenancy().in(workspace, () -> {
            store.choose(workspace, Optional.empty(), time.clock().instant());
            news.tell(workspace, actor, new DomainChosen(subDomain));
            return subDomain;
        }));
    }

    /** Gives a host up. One that was proved leaves a notice until DNS points elsewhere; a mere wish leaves nothing. */
    public void remove(WorkspaceId workspace, HostName host, Actor actor) {
        boolean gone = changed(() -> time.tenancy().in(workspace, () -> {
            Optional<PortalHost> row = store.hold(workspace, host).filter(each -> each.state() != HostState.REMOVED);
            row.ifPresent(each -> news.tell(workspace, actor, new DomainRemoved(host.shown())));
            row.filter(each -> each.state().isHeld()).ifPresent(this::leaveNotice);
            boolean wish = row.filter(each -> !each.state().isHeld()).isPresent();
            if (wish) {
                store.delete(workspace, host);
            }
            return wish;
        }));
        if (gone) {
            directory.forget(workspace, host);
        }
    }

    private void leaveNotice(PortalHost row) {
        var now = time.clock().instant();
        store.settle(row.removed(), Optional.of(now.plus(HostPolicy.NOTICE_CHECKED_EVERY)), now);
    }

    private <T> T changed(Supplier<T> change) {
        T result = change.get();
        directory.look();
        return result;
    }
}
