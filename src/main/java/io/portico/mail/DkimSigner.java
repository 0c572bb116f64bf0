package io.portico.mail;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs with one domain's key, which it does not give away; for any number of threads. */
public final class DkimSigner {
    private final String domain;
    private final String selector;
    private final PrivateKey key;

    DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    public String domain() {
        return domain;
    }

    public String selector() {
        return selector;
    }

    /** RSASSA-PKCS1-v1_5 with SHA-256, as {@code a=rsa-sha256} means it. */
    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "DkimSigner[" + selector + "._domainkey." + domain + "]";
    }
}
