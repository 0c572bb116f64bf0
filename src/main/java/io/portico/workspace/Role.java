package io.portico.workspace;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** What an operator is in a workspace, the highest first. The permission table says what each may do: {@link Permission}. */
public enum Role implements Labelled {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER;

    public boolean may(Permission permission) {
        return permission.isGivenTo(this);
    }

    /** Nobody gives a role above their own, so only owners make owners; nor takes one away. */
    public boolean mayGive(Role other) {
        return may(Permission.MANAGE_OPERATORS) && compareTo(other) <= 0;
    }

    public static Optional<Role> parse(String word) {
        return Labelled.parse(Role.class, word);
    }

    /** @throws IllegalArgumentException for a word that is no role */
    public static Role of(String word) {
        return Labelled.of(Role.class, word);
    }
}
