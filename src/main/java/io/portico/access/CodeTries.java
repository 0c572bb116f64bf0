package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the codes that are typed for an address, whoever has it, if anybody. The statements of a wrong try are the same
 * for an address with a live code, for one without and for nobody's, so the time they take tells nothing.
 */
@Component
class CodeTries {
    private final CodeTryStore store;
    private final Activity activity;
    private final Clock clock;
    private final TransactionTemplate nested;

    CodeTries(CodeTryStore store, Activity activity, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.activity = activity;
        this.clock = clock;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Counts a try before the code is looked at; others for the same address wait until the transaction ends. */
    void count(WorkspaceId workspace, EmailAddress address) {
        store.count(workspace, address, clock.instant());
    }

    /** The try was right: it no longer weighs on the other codes of the address. */
    void forgive(WorkspaceId workspace, EmailAddress address) {
        store.forgive(workspace, address);
    }

    /** Records a wrong try for the contact whose live codes it hurt; for nobody does the same work and takes it back. */
    void refuse(WorkspaceId workspace, Optional<ContactId> contact, int liveCodes, Device device) {
        store.forget(workspace, clock.instant().minus(Code.LIFETIME));
        var fact = new CodeRefused(contact.orElseGet(() -> ContactId.next(clock)), liveCodes);
        nested.executeWithoutResult(status -> {
            activity.record(workspace, new Actor.Stranger(device.ip()), fact);
            if (contact.isEmpty()) {
                status.setRollbackOnly();
            }
        });
    }
}
