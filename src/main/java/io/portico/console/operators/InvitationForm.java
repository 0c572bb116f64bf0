package io.portico.console.operators;

import io.portico.workspace.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operator to be invited, as it was typed. */
public record InvitationForm(String email, String role) {
    static final InvitationForm EMPTY = new InvitationForm("", Role.MEMBER.word());

    public InvitationForm(@Nullable String email, @Nullable String role) {
        this.email = Objects.requireNonNullElse(email, "");
        this.role = Objects.requireNonNullElse(role, "");
    }
}
