package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Operators sign in with a passkey, and prove with one that it is them. It counts as both steps: the thing they have, and
 * the finger or PIN that unlocked it.
 */
@Component
public class PasskeySignIn {
    private static final String AT_THE_DOOR = "sign-in";

    private final Passkeys passkeys;
    private final Operators operators;
    private final OperatorEntry entry;
    private final OperatorProofs proofs;

    PasskeySignIn(Passkeys passkeys, Operators operators, OperatorEntry entry, OperatorProofs proofs) {
        this.passkeys = passkeys;
        this.operators = operators;
        this.entry = entry;
        this.proofs = proofs;
    }

    /** Nobody is named: the browser offers the passkeys it has. */
    public PasskeyOptions.Ceremony begin() {
        return passkeys.beginUsing(AT_THE_DOOR, Optional.empty());
    }

    /** The session's secret, for the cookie; empty when the answer is not right. */
    public Optional<Secret> signIn(String kept, String answer, Device device) {
        return passkeys.used(AT_THE_DOOR, kept, answer)
                .flatMap(operators::find)
                .map(operator -> enter(operator, device));
    }

    public PasskeyOptions.Ceremony beginProof(OperatorSession session) {
        return passkeys.beginUsing(proof(session), Optional.of(session.operator()));
    }

    /** Whether the session's operator has a passkey to prove it with. */
    public boolean isPossible(OperatorId operator) {
        return !passkeys.of(operator).isEmpty();
    }

    public ProofResult prove(OperatorSession session, String kept, String answer, Device device) {
        return passkeys.used(proof(session), kept, answer)
                .filter(session.operator()::equals)
                .map(operator -> proofs.proven(session, device, true))
                .orElseGet(() -> proofs.refused(session, device, new ProofResult.WrongPasskey()));
    }

    private Secret enter(Operator operator, Device device) {
        return entry.enter(operator.id(), operator.name(), device, true);
    }

    private static String proof(OperatorSession session) {
        return "prove " + session.id();
    }
}
