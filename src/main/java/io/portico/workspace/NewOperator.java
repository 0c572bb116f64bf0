package io.portico.workspace;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;

/** A person about to become an operator; the password comes hashed. */
public record NewOperator(String name, EmailAddress email, String passwordHash, Language language) {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    public NewOperator {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("an operator's name has 1 to 80 characters, found " + name.length());
        }
    }

    /** Never the hash, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "NewOperator[" + email.value() + "]";
    }
}
