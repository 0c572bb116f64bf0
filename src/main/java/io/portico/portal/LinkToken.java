package io.portico.portal;

import io.portico.kernel.Secret;
import java.util.Optional;

/** What stands after {@code /in/} in the address somebody came with: a whole secret, or what is left of one. */
record LinkToken(Optional<Secret> secret) {
    static LinkToken of(String text) {
        return new LinkToken(Secret.parse(text));
    }

    /** The token as it may stand in a path; a dash for one that is not whole. */
    String text() {
        return secret.map(Secret::reveal).orElse("-");
    }

    String path() {
        return "/in/" + text();
    }
}
