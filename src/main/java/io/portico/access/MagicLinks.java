package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.UnknownContact;
import io.portico.domains.PortalAddresses;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import io.portico.kernel.Secret;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspaces;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes, shows and revokes magic links. A link is 256 random bits of which only the hash is kept; it is looked up within
 * its workspace, and {@link Redemption} spends it.
 */
@Component
public class MagicLinks {
    /**
     * A contact has at most so many live links beside those they asked for themselves; a further one takes the place of
     * the oldest.
     */
    public static final int MOST_LIVE = 10;

    /** The same for links asked for on the sign-in page: whoever knows an address can ask, and must displace no other. */
    public static final int MOST_OF_SELF = 3;

    /** How long a dead link is listed. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private final Tenancy tenancy;
    private final MagicLinkStore store;
    private final LinkAddresses addresses;
    private final Activity activity;
    private final Clock clock;

    MagicLinks(Tenancy tenancy, MagicLinkStore store, LinkAddresses addresses, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.addresses = addresses;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * Makes a link for a contact of the workspace, whether invited or not. Works for contacts without an address too.
     *
     * @throws UnknownContact when the workspace has no such contact
     */
    public MadeLink make(WorkspaceId workspace, NewLink wanted, Actor actor) {
        return tenancy.in(workspace, () -> {
            if (!store.hold(workspace, wanted.contact())) {
                throw new UnknownContact(wanted.contact());
            }
            return make(workspace, List.of(wanted), actor).getFirst();
        });
    }

    /**
     * Makes links for many contacts at once, in a few statements; one for each wanted, in their order. The caller holds all
     * contacts, and they exist.
     */
    List<MadeLink> make(WorkspaceId workspace, List<NewLink> wanted, Actor actor) {
        return tenancy.in(workspace, () -> {
            Instant now = clock.instant();
            AccessPolicy policy = store.policy(workspace);
            List<Fresh> fresh = wanted.stream()
                    .map(link -> Fresh.of(link, now, now.plus(policy.lifetime(link)), actor, clock))
                    .toList();
            store.insert(workspace, fresh.stream().map(Fresh::row).toList());
            activity.record(workspace, actor, fresh.stream().map(Fresh::fact).toList());
            List<ContactId> contacts =
                    wanted.stream().map(NewLink::contact).distinct().toList();
            store.revokeBeyond(workspace, contacts, MOST_OF_SELF, MOST_LIVE, now)
                    .forEach((contact, revoked) -> recordRevoked(workspace, contact, revoked, actor));
            URI portal = addresses.portal(workspace);
            return fresh.stream().map(link -> link.made(portal)).toList();
        });
    }

    /** A link just made up, with its secret. */
    private record Fresh(Secret secret, MagicLinkStore.Row row) {
        static Fresh of(NewLink wanted, Instant now, Instant expiresAt, Actor actor, Clock clock) {
            Secret secret = Secret.random();
            Optional<Code> code = wanted.mailedTo().map(address -> Code.random());
            return new Fresh(
                    secret,
                    new MagicLinkStore.Row(LinkId.next(clock), wanted, secret.hash(), code, now, expiresAt, actor));
        }

        MagicLinkCreated fact() {
            return new MagicLinkCreated(
                    row.wanted().contact(), row.id(), row.wanted().purpose().word(), row.expiresAt());
        }

        MadeLink made(URI portal) {
            return new MadeLink(row.id(), portal.resolve("/in/" + secret.reveal()), row.code(), row.expiresAt());
        }
    }

    /** The contact's live links, newest first. */
    public List<ListedLink> live(WorkspaceId workspace, ContactId contact) {
        return tenancy.in(workspace, () -> store.live(workspace, contact, clock.instant()));
    }

    /** The contact's links that stopped working in the last {@link #REMEMBERED}, latest first; at most ten. */
    public List<ListedLink> recentlyDead(WorkspaceId workspace, ContactId contact) {
        Instant now = clock.instant();
        return tenancy.in(workspace, () -> store.dead(workspace, contact, now.minus(REMEMBERED), now));
    }

    /** The link behind a secret, dead or alive. Spends nothing and notes nothing. */
    public Optional<LinkFound> find(WorkspaceId workspace, Secret secret) {
        return tenancy.in(workspace, () -> store.find(workspace, secret.hash(), clock.instant()));
    }

    /** Notes that somebody was shown the link's page; only the first time counts. */
    public void noteLook(WorkspaceId workspace, LinkFound link, Actor actor, Device device) {
        tenancy.run(workspace, () -> {
            if (store.markViewed(workspace, link.id(), device, clock.instant())) {
                activity.record(
                        workspace, actor, new MagicLinkViewed(link.contact().id(), link.id()));
            }
        });
    }

    /** Revokes one link of the contact, unless it is dead already; false, and nothing done, when it is not theirs. */
    public boolean revoke(WorkspaceId workspace, ContactId contact, LinkId link, Actor actor) {
        return tenancy.in(workspace, () -> {
            store.hold(workspace, contact);
            int revoked = store.revoke(workspace, contact, link, clock.instant());
            recordRevoked(workspace, contact, revoked, actor);
            return revoked > 0 || store.has(workspace, contact, link);
        });
    }

    /** Revokes all live links of the contact. */
    public void revokeAll(WorkspaceId workspace, ContactId contact, Actor actor) {
        tenancy.run(workspace, () -> {
            store.hold(workspace, contact);
            store.revokeBeyond(workspace, List.of(contact), 0, 0, clock.instant())
                    .forEach((whose, revoked) -> recordRevoked(workspace, whose, revoked, actor));
        });
    }

    /** Revokes the contact's live links of one purpose, such as those of an invitation that was taken back. */
    public void revokePurpose(WorkspaceId workspace, ContactId contact, LinkPurpose purpose, Actor actor) {
        tenancy.run(workspace, () -> {
            int revoked = store.revokePurpose(workspace, contact, purpose, clock.instant());
            recordRevoked(workspace, contact, revoked, actor);
        });
    }

    private void recordRevoked(WorkspaceId workspace, ContactId contact, int revoked, Actor actor) {
        if (revoked > 0) {
            activity.record(workspace, actor, new MagicLinksRevoked(contact, revoked));
        }
    }

    /** Where links' pages are, always under the workspace's canonical portal URL. */
    @Component
    static class LinkAddresses {
        private final PortalAddresses portals;
        private final Workspaces workspaces;

        LinkAddresses(PortalAddresses portals, Workspaces workspaces) {
            this.portals = portals;
            this.workspaces = workspaces;
        }

        URI portal(WorkspaceId workspace) {
            return portals.of(workspaces.get(workspace));
        }
    }
}
