package io.portico.mail;

import io.portico.installation.ApplicationKey;
import io.portico.installation.Seal;
import io.portico.kernel.WorkspaceId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts private keys, bound to workspace, domain and selector: moved to another row, one opens no more. */
@Component
class DkimSeal {
    private static final String INSTALLATION = "installation";

    private final Seal seal;

    DkimSeal(ApplicationKey key) {
        this.seal = key.seal("dkim-key");
    }

    byte[] seal(WorkspaceId workspace, DkimKey key) {
        return seal(workspace.toString(), key);
    }

    byte[] seal(DkimKey ofInstallation) {
        return seal(INSTALLATION, ofInstallation);
    }

    Optional<DkimSigner> open(WorkspaceId workspace, DkimKeyStore.Row row) {
        return open(workspace.toString(), row);
    }

    Optional<DkimSigner> open(DkimKeyStore.Row ofInstallation) {
        return open(INSTALLATION, ofInstallation);
    }

    private byte[] seal(String owner, DkimKey key) {
        return seal.seal(
                name(owner, key.domain(), key.selector()),
                key.keys().getPrivate().getEncoded());
    }

    private Optional<DkimSigner> open(String owner, DkimKeyStore.Row row) {
        return seal.open(name(owner, row.domain(), row.selector()), row.sealed())
                .map(key -> new DkimSigner(row.domain(), row.selector(), privateKey(key)));
    }

    private static String name(String owner, String domain, String selector) {
        return owner + " " + selector + "._domainkey." + domain;
    }

    private static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours cannot be read", e);
        }
    }
}
