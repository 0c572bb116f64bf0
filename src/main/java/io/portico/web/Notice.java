package io.portico.web;

import java.util.List;

/** One sentence in past tense about what just happened: a message key and its arguments. */
public record Notice(Tone tone, String key, List<String> arguments) {
    /** How a notice is coloured. */
    public enum Tone {
        DONE,
        WARNING
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice done(String key, Object... arguments) {
        return new Notice(Tone.DONE, key, texts(arguments));
    }

    public static Notice warning(String key, Object... arguments) {
        return new Notice(Tone.WARNING, key, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(Object::toString).toList();
    }
}
