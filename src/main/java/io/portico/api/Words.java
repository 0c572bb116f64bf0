package io.portico.api;

import io.portico.kernel.Labelled;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The words that a field or a parameter may have, and how they are said. */
public final class Words {
    /** All contacts of the workspace: said in a word, never by leaving something out. */
    public static final String EVERYBODY = "everybody";

    private Words() {}

    /** In the order of the enum. */
    public static List<String> of(Class<? extends Labelled> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labelled::word).toList();
    }

    public static String oneOf(Class<? extends Labelled> type) {
        return oneOf(of(type));
    }

    /** Those of the one, and those of the other. */
    public static String oneOf(List<String> some, List<String> others) {
        return oneOf(Stream.concat(some.stream(), others.stream()).toList());
    }

    public static String oneOf(List<String> words) {
        return "It must be one of " + String.join(", ", words) + ".";
    }
}
