package io.portico.access;

import io.portico.kernel.OperatorId;
import java.util.Arrays;
import java.util.UUID;

/**
 * What is stored to check a passkey's signatures.
 *
 * @param data attested credential data (WebAuthn, 6.5.1)
 */
record PasskeyCredential(
        UUID id,
        OperatorId operator,
        byte[] credentialId,
        byte[] data,
        long signCount,
        boolean backupEligible,
        boolean backedUp) {
    /** The same after it was used. */
    PasskeyCredential used(long count, boolean nowBackedUp) {
        return new PasskeyCredential(id, operator, credentialId, data, count, backupEligible, nowBackedUp);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasskeyCredential that
                && id.equals(that.id)
                && Arrays.equals(credentialId, that.credentialId);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "PasskeyCredential[" + id + "]";
    }
}
