package io.portico.access;

/** What is thought of a password that somebody wants to have. */
public sealed interface PasswordVerdict {
    record Accepted(NewPassword password) implements PasswordVerdict {}

    /** Shorter than {@link Passwords#SHORTEST}; found so many characters. */
    record TooShort(int found) implements PasswordVerdict {}

    /** Longer than {@link Passwords#LONGEST}. */
    record TooLong() implements PasswordVerdict {}

    /** Among the passwords that are tried first: a common one, with the usual digits added, or a row of keys. */
    record Common() implements PasswordVerdict {}

    /** Hardly more than the person's or the workspace's own name or address. */
    record Personal() implements PasswordVerdict {}
}
