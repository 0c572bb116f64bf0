package io.portico.access;

import io.portico.kernel.Secret;
import java.time.Duration;

/** What became of an operator's sign-in. Neither refusal tells whether anybody has the address. */
public sealed interface OperatorSignInResult {
    /** The session's secret, for the cookie. */
    record SignedIn(Secret session) implements OperatorSignInResult {}

    /** The password was right, the code of the authenticator app is missing: a secret for this browser, but no session. */
    record SecondStep(Secret halfWay) implements OperatorSignInResult {}

    record Refused() implements OperatorSignInResult {}

    /** Too many failed tries for this address; nothing was checked. */
    record Locked(Duration delay) implements OperatorSignInResult {
        /** Whole minutes, rounded up. */
        public long minutes() {
            return delay.plusSeconds(59).toMinutes();
        }
    }
}
