package io.portico.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a form, field by field, in the visitor's language; the first message of a field stays. */
public final class FormErrors {
    private final Map<String, String> byField = new LinkedHashMap<>();

    public FormErrors put(String field, String message) {
        byField.putIfAbsent(field, message);
        return this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public Optional<String> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    public Optional<String> first() {
        return byField.values().stream().findFirst();
    }

    public static FormErrors none() {
        return new FormErrors();
    }
}
