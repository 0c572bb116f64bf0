package io.portico.console.doors;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an invited person typed to become an operator. */
public record JoinForm(String name, String password) {
    static final JoinForm EMPTY = new JoinForm("", "");

    public JoinForm(@Nullable String name, @Nullable String password) {
        this.name = Objects.requireNonNullElse(name, "");
        this.password = Objects.requireNonNullElse(password, "");
    }

    @Override
    public String toString() {
        return "JoinForm[" + name + "]";
    }
}
