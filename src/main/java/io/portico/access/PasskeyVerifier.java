package io.portico.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import io.portico.installation.Installation;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Uuid7;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks what authenticators answer (WebAuthn Level 3, 7.1 and 7.2): challenge, origin, relying party, that the user was
 * verified, signature, counter, backup flags. No attestation is asked for: any make of authenticator will do.
 */
@Component
class PasskeyVerifier {
    /** ES256, EdDSA, RS256: the first that an authenticator can do is taken. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyVerifier.class);
    private static final int LONGEST_ANSWER = 50_000;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final URI console;
    private final PasskeyStore store;
    private final Clock clock;

    PasskeyVerifier(Installation installation, PasskeyStore store, Clock clock) {
        this.console = installation.consoleUrl();
        this.store = store;
        this.clock = clock;
    }

    /** The relying party: passkeys are good on the console's host, and nowhere else. */
    String relyingParty() {
        return console.getHost();
    }

    /** The new credential in a browser's answer; empty when the answer is not right. */
    Optional<PasskeyCredential> registered(OperatorId operator, byte[] challenge, String answer) {
        List<PublicKeyCredentialParameters> algorithms = ALGORITHMS.stream()
                .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                .toList();
        var expected = new RegistrationParameters(server(challenge), algorithms, true, true);
        return right(answer, () -> manager.verifyRegistrationResponseJSON(answer, expected))
                .flatMap(data -> Optional.ofNullable(data.getAttestationObject()))
                .map(object -> credential(operator, object.getAuthenticatorData()));
    }

    /** The credential that signed, as it is after this use; empty when the answer is not right. */
    Optional<PasskeyCredential> signed(byte[] challenge, String answer) {
        return right(answer, () -> manager.parseAuthenticationResponseJSON(answer))
                .flatMap(data -> store.withCredentialId(data.getCredentialId())
                        .filter(found -> isOf(found.operator(), data.getUserHandle()))
                        .flatMap(found -> right(answer, () -> verified(found, challenge, data))));
    }

    /** How an operator is called toward authenticators: the id, which tells nothing about the person. */
    static byte[] handle(OperatorId operator) {
        UUID id = operator.value();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private PasskeyCredential verified(PasskeyCredential found, byte[] challenge, AuthenticationData data) {
        manager.verify(data, new AuthenticationParameters(server(challenge), recordOf(found), null, true, true));
        AuthenticatorData<?> seen = data.getAuthenticatorData();
        return found.used(seen.getSignCount(), seen.isFlagBS());
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(console.getScheme() + "://" + console.getAuthority()))
                .rpId(relyingParty())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private PasskeyCredential credential(OperatorId operator, AuthenticatorData<?> data) {
        AttestedCredentialData attested = data.getAttestedCredentialData();
        return new PasskeyCredential(
                Uuid7.next(clock),
                operator,
                attested.getCredentialId(),
                credentials.convert(attested),
                data.getSignCount(),
                data.isFlagBE(),
                data.isFlagBS());
    }

    private CredentialRecord recordOf(PasskeyCredential found) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                found.backupEligible(),
                found.backedUp(),
                found.signCount(),
                credentials.convert(found.data()),
                null,
                null,
                null,
                null);
    }

    /** A passkey that lies with the browser says whose it is; it must say the same as we do. */
    private static boolean isOf(OperatorId operator, byte @org.jspecify.annotations.Nullable [] handle) {
        return handle == null || Arrays.equals(handle, handle(operator));
    }

    /** Empty when the library throws, which it does at whatever is wrong, also with what its authors did not foresee. */
    private static <T> Optional<T> right(String answer, Supplier<T> check) {
        if (answer.isEmpty() || answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.of(check.get());
        } catch (RuntimeException e) {
            LOG.info("A passkey was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
