package io.portico.access;

import java.time.Duration;

/** What became of an operator's try to prove, while signed in, that it is them. */
public sealed interface ProofResult {
    /** The session goes on under another secret. */
    record Proven(OperatorSessions.Renewed session) implements ProofResult {}

    record WrongPassword() implements ProofResult {}

    /** The password was right, the code of the second step was not. */
    record WrongCode() implements ProofResult {}

    record WrongPasskey() implements ProofResult {}

    /** The password does not do, because a workspace of the operator's asks for the second step that they have. */
    record SecondStepOwed() implements ProofResult {}

    /** Too many failed tries; nothing was checked. */
    record Locked(Duration delay) implements ProofResult {}

    /** The session ended meanwhile. */
    record SignedOut() implements ProofResult {}
}
