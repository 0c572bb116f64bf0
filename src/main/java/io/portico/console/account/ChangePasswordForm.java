package io.portico.console.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of password as it was typed. */
public record ChangePasswordForm(String currentPassword, String newPassword) {
    public ChangePasswordForm(@Nullable String currentPassword, @Nullable String newPassword) {
        this.currentPassword = Objects.requireNonNullElse(currentPassword, "");
        this.newPassword = Objects.requireNonNullElse(newPassword, "");
    }

    /** Neither password. */
    @Override
    public String toString() {
        return "ChangePasswordForm[hidden]";
    }
}
