package io.portico.access;

import io.portico.installation.ApplicationKey;
import io.portico.installation.Seal;
import io.portico.kernel.OperatorId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts keys of authenticator apps, bound to their operator: what was sealed for one opens for nobody else. */
@Component
class TotpSeal {
    private final Seal seal;

    TotpSeal(ApplicationKey key) {
        this.seal = key.seal("operator-totp");
    }

    byte[] seal(OperatorId operator, TotpKey plain) {
        return seal.seal(operator.toString(), plain.bytes());
    }

    /** Empty when it was sealed with another key, for another operator, or not at all. */
    Optional<TotpKey> open(OperatorId operator, byte[] sealed) {
        return seal.open(operator.toString(), sealed).map(TotpKey::of);
    }
}
