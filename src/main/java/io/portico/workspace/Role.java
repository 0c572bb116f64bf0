package io.portico.workspace;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** What an operator is in a workspace. The permission table says what each may do: {@link Permission}. */
public enum Role implements Labelled {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER;

    public boolean may(Permission permission) {
        return permission.isGivenTo(this);
    }

    public static Optional<Role> parse(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException for a word that is no role */
    public static Role of(String word) {
        return parse(word).orElseThrow(() -> new IllegalArgumentException("not a role: " + word));
    }
}
