package io.portico.access;

import io.portico.kernel.Secret;

/** What came of typing a code. */
public sealed interface CodeResult {
    record SignedIn(Secret session, LinkTarget target) implements CodeResult {}

    /** Wrong, too old, tried too often, for another address or never sent: no difference is told. */
    record Wrong() implements CodeResult {}
}
