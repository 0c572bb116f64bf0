package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one version of a mail's texts; UUID version 7. */
public record TemplateVersionId(@JsonValue UUID value) {
    @JsonCreator
    public TemplateVersionId {}

    public static TemplateVersionId next(Clock clock) {
        return new TemplateVersionId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<TemplateVersionId> parse(String text) {
        return Uuid7.parse(text).map(TemplateVersionId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
