package io.portico.web;

import java.util.List;
import java.util.Optional;

/**
 * One labelled input of a form, as the template {@code part/field.jte} draws it.
 *
 * @param name the parameter it submits, and its id
 * @param type an HTML input type, or "textarea" or "select"
 * @param autocomplete an HTML autofill token, or "off"
 */
public record Field(
        String name,
        String label,
        String type,
        String value,
        Optional<String> error,
        Optional<String> hint,
        String autocomplete,
        boolean required,
        List<Option> options) {
    /** A choice of a select. */
    public record Option(String value, String label) {}

    public Field {
        options = List.copyOf(options);
    }

    public static Field text(String name, String label, String value, FormErrors errors) {
        return new Field(name, label, "text", value, errors.of(name), Optional.empty(), "off", false, List.of());
    }

    public static Field select(String name, String label, String value, List<Option> options, FormErrors errors) {
        return new Field(name, label, "select", value, errors.of(name), Optional.empty(), "off", false, options);
    }

    public Field type(String other) {
        return new Field(name, label, other, value, error, hint, autocomplete, required, options);
    }

    public Field hint(String text) {
        return new Field(name, label, type, value, error, Optional.of(text), autocomplete, required, options);
    }

    public Field autocomplete(String token) {
        return new Field(name, label, type, value, error, hint, token, required, options);
    }

    public Field needed() {
        return new Field(name, label, type, value, error, hint, autocomplete, true, options);
    }

    /** The ids of what describes the input, for aria-describedby; null leaves the attribute out. */
    public @org.jspecify.annotations.Nullable String describedBy() {
        if (error.isPresent()) {
            return name + "-error";
        }
        return hint.isPresent() ? name + "-hint" : null;
    }
}
