package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.LinkId;
import io.portico.kernel.Secret;
import io.portico.kernel.SessionId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Spends links and codes. Of any number of tries with the same link, on any number of nodes, one opens a session: the
 * statement that spends the link is the one that opens it. Link and code are a pair; either spends both.
 */
@Component
public class Redemption {
    /** Whoever presses a dead link's button again and again is told each time, and stands in the log once a minute. */
    private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final RedemptionStore store;
    private final MagicLinkStore links;
    private final Activity activity;
    private final Clock clock;

    Redemption(Tenancy tenancy, RedemptionStore store, MagicLinkStore links, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.links = links;
        this.activity = activity;
        this.clock = clock;
    }

    /** Signs in whom the link is for, once. */
    public RedeemResult byLink(WorkspaceId workspace, Secret secret, Device device) {
        return tenancy.in(workspace, () -> {
            Secret session = Secret.random();
            return store.spend(workspace, secret.hash(), opening(session, device))
                    .<RedeemResult>map(spent -> {
                        record(workspace, spent, "link", device);
                        return new RedeemResult.SignedIn(session, spent.contact(), spent.target());
                    })
                    .orElseGet(() -> refuse(workspace, secret, device));
        });
    }

    private RedeemResult refuse(WorkspaceId workspace, Secret secret, Device device) {
        Instant now = clock.instant();
        Optional<LinkFound> found = links.find(workspace, secret.hash(), now);
        found.filter(link -> links.markRefused(workspace, link.id(), now, now.minus(BETWEEN_REFUSALS)))
                .ifPresent(link -> activity.record(
                        workspace,
                        new Actor.Stranger(device.ip()),
                        new MagicLinkRefused(
                                link.contact().id(), link.id(), link.state().word())));
        return found.<RedeemResult>map(link -> new RedeemResult.Refused(link.state()))
                .orElseGet(RedeemResult.Unknown::new);
    }

    /** Signs in the contact of this address with a code that was mailed to it. */
    public CodeResult byCode(WorkspaceId workspace, EmailAddress address, Code code, Device device) {
        return tenancy.in(workspace, () -> {
            List<RedemptionStore.LiveCode> live = store.lockLiveCodes(workspace, address, clock.instant());
            Optional<LinkId> match = store.matching(live, code);
            if (match.isEmpty()) {
                store.refuse(workspace, live, device);
                return new CodeResult.Wrong();
            }
            store.forgiveTry(workspace, address);
            Secret session = Secret.random();
            return store.spend(workspace, match.get(), opening(session, device))
                    .<CodeResult>map(spent -> {
                        record(workspace, spent, "code", device);
                        return new CodeResult.SignedIn(session, spent.target());
                    })
                    .orElseGet(CodeResult.Wrong::new);
        });
    }

    private RedemptionStore.Opening opening(Secret session, Device device) {
        Instant now = clock.instant();
        return new RedemptionStore.Opening(session.hash(), now, device, SessionId.next(clock));
    }

    private void record(WorkspaceId workspace, RedemptionStore.Spent spent, String by, Device device) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new MagicLinkRedeemed(spent.contact(), spent.link(), by));
        if (!spent.before().hasJoined()) {
            facts.add(new ContactJoined(spent.contact(), spent.link()));
        }
        facts.add(new ContactSignedIn(spent.contact(), spent.session(), spent.before(), spent.after()));
        activity.record(workspace, new Actor.Contact(spent.contact(), device.ip()), facts);
    }
}
