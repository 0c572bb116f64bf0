package io.portico.access.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A key to be made.
 *
 * @param name by which people and the log know it
 * @param lifetime empty for one that lives until it is revoked
 */
public record NewApiKey(String name, Set<ApiScope> scopes, Optional<Duration> lifetime) {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    public NewApiKey {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a key's name has 1 to 80 characters, found " + name.length());
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key without scopes opens nothing");
        }
    }
}
