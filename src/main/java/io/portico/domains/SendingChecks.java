package io.portico.domains;

import io.portico.activity.Actor;
import io.portico.domains.PortalHosts.HostTime;
import io.portico.mail.MailTemplate;
import io.portico.mail.Senders;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks at the records of sending domains and draws the conclusions: mails leave from a domain once its records are
 * there, and from the installation's address after they were missing repeatedly. DNS is asked outside of any transaction.
 */
@Component
public class SendingChecks {
    private final SendingDomainStore store;
    private final SendingProof proof;
    private final Senders senders;
    private final HostNews news;
    private final HostTime time;

    SendingChecks(SendingDomainStore store, SendingProof proof, Senders senders, HostNews news, HostTime time) {
        this.store = store;
        this.proof = proof;
        this.senders = senders;
        this.news = news;
        this.time = time;
    }

    /** What the domain is to publish. Not within a transaction. */
    public SendingRecords records(SendingDomain domain) {
        return proof.records(domain);
    }

    /** Looks now, unless somebody did a moment ago: pages ask for this again and again. */
    public SendingDomain checkIfDue(SendingDomain domain, Actor actor) {
        Instant recently = time.clock().instant().minus(HostPolicy.AT_MOST_EVERY);
        return domain.wasCheckedSince(recently) ? domain : check(domain, actor);
    }

    /** Looks now. */
    public SendingDomain check(SendingDomain domain, Actor actor) {
        SendingCheck found = proof.of(domain);
        return time.tenancy()
                .in(
                        domain.workspace(),
                        () -> store.hold(domain.workspace())
                                .filter(domain::isSameAs)
                                .map(row -> settle(row, found, actor))
                                .orElse(domain));
    }

    private SendingDomain settle(SendingDomain before, SendingCheck found, Actor actor) {
        store.note(before.workspace(), found);
        if (before.state().isHeld() && !found.holds() && !(actor instanceof Actor.Portico)) {
            // An open page looks every few seconds: only looks at times of our own use up the patience.
            return before.with(found);
        }
        Instant now = time.clock().instant();
        SendingDomain after = before.after(found, now);
        Optional<Instant> next = HostPolicy.next(
                after.state(),
                after.failures(),
                after.claimedAt(),
                after.domain().hashCode(),
                now);
        store.settle(after, next);
        if (after.state() != before.state()) {
            follow(before, after, actor);
        }
        return after;
    }

    private void follow(SendingDomain before, SendingDomain after, Actor actor) {
        String name = after.domain().shown();
        if (after.state() == HostState.VERIFIED) {
            senders.sendFrom(after.workspace(), after.address(), actor);
            news.tell(after.workspace(), actor, new SendingDomainVerified(name));
            if (before.state() == HostState.FAILING) {
                news.mail(after.workspace(), MailTemplate.SENDING_DOMAIN_BACK, name);
            }
        } else {
            senders.sendFromInstallation(after.workspace(), actor);
            news.tell(after.workspace(), actor, new SendingDomainFailed(name));
            news.mail(after.workspace(), MailTemplate.SENDING_DOMAIN_FAILED, name);
        }
    }
}
