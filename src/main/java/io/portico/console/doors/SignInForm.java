package io.portico.console.doors;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sign-in as it was typed, and where it is to lead. */
public record SignInForm(String email, String password, String next) {
    public SignInForm(@Nullable String email, @Nullable String password, @Nullable String next) {
        this.email = Objects.requireNonNullElse(email, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.next = Objects.requireNonNullElse(next, "");
    }

    @Override
    public String toString() {
        return "SignInForm[" + email + "]";
    }
}
