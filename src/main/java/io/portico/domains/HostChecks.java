package io.portico.domains;

import io.portico.activity.Actor;
import io.portico.domains.PortalHosts.HostTime;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Looks at the records of hosts and draws the conclusions: a claim is proved, a host fails, comes back, or goes over to
 * whoever proves it while its holder no longer can. DNS is asked outside of any transaction.
 */
@Component
public class HostChecks {
    private final PortalHostStore store;
    private final HostProof proof;
    private final HostNews news;
    private final HostDirectory directory;
    private final HostTime time;
    /** On this node, for pages: a slow name server is not asked the same by all who look. */
    private final Set<String> beingLookedAt = ConcurrentHashMap.newKeySet();

    HostChecks(PortalHostStore store, HostProof proof, HostNews news, HostDirectory directory, HostTime time) {
        this.store = store;
        this.proof = proof;
        this.news = news;
        this.directory = directory;
        this.time = time;
    }

    /** Looks now, unless somebody did a moment ago or is about to: pages ask for this again and again. */
    public CheckResult checkIfDue(PortalHost host, Actor actor) {
        Instant recently = time.clock().instant().minus(HostPolicy.AT_MOST_EVERY);
        String name = host.workspace() + " " + host.host();
        if (host.wasCheckedSince(recently) || !beingLookedAt.add(name)) {
            return host.state() == HostState.VERIFIED ? new CheckResult.Holds(host) : new CheckResult.Lacks(host);
        }
        try {
            return check(host, actor);
        } finally {
            beingLookedAt.remove(name);
        }
    }

    /** Looks now. */
    public CheckResult check(PortalHost host, Actor actor) {
        HostCheck found = proof.of(host);
        if (found.isProved() && !host.state().isHeld() && host.state() != HostState.REMOVED) {
            for (PortalHost rival : rivals(host)) {
                if (!givesWay(rival)) {
                    note(host, found);
                    return new CheckResult.HeldByAnother(host);
                }
            }
        }
        try {
            PortalHost settled = settle(host, found, actor);
            return settled.state() == HostState.VERIFIED
                    ? new CheckResult.Holds(settled)
                    : new CheckResult.Lacks(settled);
        } catch (DuplicateKeyException another) {
            // Somebody else proved it in this very moment.
            return new CheckResult.HeldByAnother(host);
        } finally {
            directory.look();
        }
    }

    private List<PortalHost> rivals(PortalHost host) {
        return time.tenancy().everywhere(() -> store.named(host.host())).stream()
                .filter(row -> !row.workspace().equals(host.workspace()))
                .filter(row -> row.state() != HostState.CLAIMED)
                .toList();
    }

    /** A holder whose own token is gone loses the host; one whose domain gives no answer keeps it. */
    private boolean givesWay(PortalHost rival) {
        if (rival.state().isHeld()) {
            HostCheck found = proof.ofRecords(rival.host(), rival.token());
            if (found.isProved() || !found.isAnswered()) {
                return false;
            }
        }
        time.tenancy().run(rival.workspace(), () -> lose(rival.workspace(), rival.host(), rival.token()));
        return true;
    }

    private void lose(WorkspaceId workspace, HostName host, ClaimToken token) {
        Optional<PortalHost> row =
                store.hold(workspace, host).filter(each -> each.token().equals(token));
        if (row.isEmpty()) {
            return;
        }
        if (row.get().state().isHeld()) {
            news.tell(workspace, new Actor.Portico(), new DomainFailed(host.shown()));
            news.mail(workspace, MailTemplate.PORTAL_HOST_FAILED, host.shown());
        }
        store.delete(workspace, host);
        directory.forget(workspace, host);
    }

    private void note(PortalHost host, HostCheck found) {
        time.tenancy().run(host.workspace(), () -> store.note(host.workspace(), host.host(), found));
    }

    /** Nothing is concluded from a check of a claim that was replaced or given up meanwhile. */
    private PortalHost settle(PortalHost checked, HostCheck found, Actor actor) {
        return time.tenancy()
                .in(
                        checked.workspace(),
                        () -> store.hold(checked.workspace(), checked.host())
                                .filter(row -> row.token().equals(checked.token()))
                                .map(row -> settleHeld(row, found, actor))
                                .orElse(checked));
    }

    private PortalHost settleHeld(PortalHost before, HostCheck found, Actor actor) {
        Instant now = time.clock().instant();
        if (before.state().isHeld() && !found.holds() && !(actor instanceof Actor.Portico)) {
            // An open page looks every few seconds: only looks at times of our own use up the patience.
            store.note(before.workspace(), before.host(), found);
            return before.with(found);
        }
        PortalHost after = before.after(found, now);
        if (after.state() == HostState.REMOVED && HostPolicy.hasFailed(after.failures(), after.unanswered())) {
            store.delete(after.workspace(), after.host());
            directory.forget(after.workspace(), after.host());
            return after;
        }
        store.settle(after, HostPolicy.next(before, after, now), now);
        store.note(after.workspace(), after.host(), found);
        if (after.state() != before.state()) {
            tell(before, after, actor);
        }
        return after;
    }

    private void tell(PortalHost before, PortalHost after, Actor actor) {
        String host = after.host().shown();
        if (after.state() == HostState.VERIFIED) {
            news.tell(after.workspace(), actor, new DomainVerified(host));
            if (before.state() == HostState.FAILING) {
                news.mail(after.workspace(), MailTemplate.PORTAL_HOST_BACK, host);
            }
        }
        if (after.state() == HostState.FAILING) {
            news.tell(after.workspace(), actor, new DomainFailed(host));
            news.mail(after.workspace(), MailTemplate.PORTAL_HOST_FAILED, host);
        }
    }
}
