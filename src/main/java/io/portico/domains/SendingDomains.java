package io.portico.domains;

import io.portico.activity.Actor;
import io.portico.domains.PortalHosts.HostTime;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Senders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The domains from which workspaces' mails leave. One is claimed, proved by records in DNS ({@link SendingChecks}) and used
 * from then on by itself, and given up.
 */
@Component
public class SendingDomains {
    private static final Pattern MAILBOX = Pattern.compile("[a-z0-9](?:[._+-]?[a-z0-9]){0,39}");

    private final SendingDomainStore store;
    private final HostRules rules;
    private final Senders senders;
    private final HostNews news;
    private final HostTime time;

    SendingDomains(SendingDomainStore store, HostRules rules, Senders senders, HostNews news, HostTime time) {
        this.store = store;
        this.rules = rules;
        this.senders = senders;
        this.news = news;
        this.time = time;
    }

    public Optional<SendingDomain> of(WorkspaceId workspace) {
        return time.tenancy().in(workspace, () -> store.find(workspace));
    }

    public SendingClaim claim(WorkspaceId workspace, String typed, String mailbox, Actor actor) {
        String local = mailbox.strip().toLowerCase(Locale.ROOT);
        return switch (rules.read(typed)) {
            case HostVerdict.Refused(var fault, var found) -> new SendingClaim.Refused(fault, found);
            case HostVerdict.Accepted(var domain) ->
                MAILBOX.matcher(local).matches()
                        ? claim(workspace, domain, local, actor)
                        : new SendingClaim.BadMailbox();
        };
    }

    private SendingClaim claim(WorkspaceId workspace, HostName domain, String mailbox, Actor actor) {
        return time.tenancy().in(workspace, () -> {
            if (!store.claim(workspace, domain, mailbox, time.clock().instant())) {
                return new SendingClaim.Already();
            }
            news.tell(workspace, actor, new SendingDomainClaimed(domain.shown()));
            return new SendingClaim.Claimed();
        });
    }

    /** Gives the domain up; mails leave from the installation's address at once. */
    public void remove(WorkspaceId workspace, Actor actor) {
        time.tenancy()
                .run(
                        workspace,
                        () -> store.hold(workspace).ifPresent(domain -> {
                            store.delete(workspace);
                            senders.sendFromInstallation(workspace, actor);
                            news.tell(
                                    workspace,
                                    actor,
                                    new SendingDomainRemoved(domain.domain().shown()));
                        }));
    }
}
