package io.portico.access;

import io.portico.kernel.Secret;
import java.time.Duration;

/** What became of the second step of an operator's sign-in. */
public sealed interface SecondStepResult {
    /** The session's secret, for the cookie. */
    record SignedIn(Secret session) implements SecondStepResult {}

    /** The same, with a recovery code; so many are left. */
    record Recovered(Secret session, int codesLeft) implements SecondStepResult {}

    record Wrong() implements SecondStepResult {}

    /** Too many wrong codes for this operator; nothing was checked. */
    record Locked(Duration delay) implements SecondStepResult {}

    /** The password was typed too long ago, or the step was taken already. */
    record Over() implements SecondStepResult {}
}
