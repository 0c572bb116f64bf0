package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The keys that sign mails (DKIM, RFC 6376): RSA of 2048 bits, one for each sending domain of a workspace, and one for the
 * installation's own domain. Private keys are encrypted at rest and never leave this room.
 */
@Component
public class DkimKeys {
    private final Tenancy tenancy;
    private final DkimKeyStore store;
    private final DkimSeal seal;
    private final Clock clock;

    DkimKeys(Tenancy tenancy, DkimKeyStore store, DkimSeal seal, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * What the workspace is to publish for this domain. The key is made at the first call, which takes up to a second;
     * later calls, from any node, answer the same. Call it outside a transaction.
     *
     * @param domain in lower-case ASCII
     */
    public DkimRecord of(WorkspaceId workspace, String domain) {
        return find(workspace, domain)
                .orElseGet(() -> {
                    DkimKey made = DkimKey.make(domain, clock.instant());
                    byte[] sealed = seal.seal(workspace, made);
                    tenancy.run(workspace, () -> store.insert(workspace, made, sealed));
                    return find(workspace, domain).orElseThrow();
                })
                .record();
    }

    /** The same for the domain of the installation's own address. */
    public DkimRecord ofInstallation(String domain) {
        return store.ofInstallation(domain)
                .orElseGet(() -> {
                    DkimKey made = DkimKey.make(domain, clock.instant());
                    store.insertOfInstallation(made, seal.seal(made));
                    return store.ofInstallation(domain).orElseThrow();
                })
                .record();
    }

    /** Signs in the name of the workspace's domain; empty when no key was made for it, or none that opens. */
    public Optional<DkimSigner> signer(WorkspaceId workspace, String domain) {
        return find(workspace, domain).flatMap(key -> seal.open(workspace, key));
    }

    /** Signs in the name of the installation's domain. */
    public Optional<DkimSigner> signerOfInstallation(String domain) {
        return store.ofInstallation(domain).flatMap(seal::open);
    }

    private Optional<DkimKeyStore.Row> find(WorkspaceId workspace, String domain) {
        return tenancy.in(workspace, () -> store.find(workspace, domain));
    }
}
