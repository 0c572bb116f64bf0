package io.portico.mail;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The addresses of a workspace to which no mail goes, whoever asks. Upper and lower case make no difference. */
@Component
public class Suppressions {
    private final Tenancy tenancy;
    private final SuppressionStore store;
    private final Activity activity;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Suppressions(
            Tenancy tenancy, SuppressionStore store, Activity activity, ApplicationEventPublisher news, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.news = news;
        this.clock = clock;
    }

    /** Those of the given addresses that are suppressed. */
    public Map<EmailAddress, SuppressionReason> among(WorkspaceId workspace, Collection<EmailAddress> addresses) {
        return addresses.isEmpty() ? Map.of() : tenancy.in(workspace, () -> store.among(workspace, addresses));
    }

    public boolean has(WorkspaceId workspace, EmailAddress address) {
        return !among(workspace, List.of(address)).isEmpty();
    }

    /** When the address is suppressed already, the first reason stays. */
    public void add(WorkspaceId workspace, EmailAddress address, SuppressionReason reason, String reply, Actor actor) {
        tenancy.run(workspace, () -> {
            if (store.insert(workspace, address, reason, reply, clock.instant())) {
                activity.record(workspace, actor, new AddressSuppressed(address.value(), reason));
            }
            if (reason == SuppressionReason.BOUNCED) {
                news.publishEvent(new AddressBounced(workspace, address));
            }
        });
    }

    public Optional<Suppression> find(WorkspaceId workspace, EmailAddress address) {
        return tenancy.in(workspace, () -> store.find(workspace, address));
    }

    /**
     * Lets mail go there again; false when it was not suppressed.
     *
     * @param contact whose address it is
     * @param reason what the operator knows better than the mail server; kept in the log
     */
    public boolean lift(WorkspaceId workspace, EmailAddress address, ContactId contact, String reason, Actor actor) {
        return tenancy.in(workspace, () -> {
            boolean lifted = store.delete(workspace, address);
            if (lifted) {
                activity.record(workspace, actor, new AddressCleared(contact, address.value(), reason));
            }
            return lifted;
        });
    }
}
