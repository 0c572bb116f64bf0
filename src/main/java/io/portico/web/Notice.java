package io.portico.web;

import java.util.Arrays;
import java.util.List;

/** One sentence in past tense about what just happened: a message key and its arguments. */
public record Notice(Tone tone, String key, List<Object> arguments) {
    /** How a notice is coloured. */
    public enum Tone {
        DONE,
        WARNING
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice done(String key, Object... arguments) {
        return new Notice(Tone.DONE, key, plain(arguments));
    }

    public static Notice warning(String key, Object... arguments) {
        return new Notice(Tone.WARNING, key, plain(arguments));
    }

    /** Numbers stay numbers, which a message may count with; all else is text. */
    private static List<Object> plain(Object... arguments) {
        return Arrays.stream(arguments)
                .map(each -> each instanceof Number ? each : each.toString())
                .toList();
    }
}
