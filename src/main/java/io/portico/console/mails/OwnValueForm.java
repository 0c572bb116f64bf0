package io.portico.console.mails;

import io.portico.mail.OwnValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A custom value of the workspace as it was typed. */
public record OwnValueForm(String key, String value) {
    static final OwnValueForm EMPTY = new OwnValueForm("", "");

    public OwnValueForm(@Nullable String key, @Nullable String value) {
        this.key = Objects.requireNonNullElse(key, "");
        this.value = Objects.requireNonNullElse(value, "");
    }

    static OwnValueForm of(OwnValue value) {
        return new OwnValueForm(value.key(), value.value());
    }
}
