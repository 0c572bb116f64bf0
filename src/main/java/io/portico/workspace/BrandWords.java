package io.portico.workspace;

import io.portico.kernel.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a business says about itself, in plain text.
 *
 * @param welcome by the tag of a language
 */
public record BrandWords(String description, String footer, Map<String, String> welcome) {
    public static final int LONGEST_DESCRIPTION = 200;
    public static final int LONGEST_TEXT = 400;
    public static final BrandWords NONE = new BrandWords("", "", Map.of());

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    public BrandWords {
        var greetings = new HashMap<>(welcome);
        greetings.values().removeIf(String::isBlank);
        welcome = Map.copyOf(greetings);
        if (!isLine(description, LONGEST_DESCRIPTION)
                || !isText(footer, LONGEST_TEXT)
                || !welcome.values().stream().allMatch(text -> isText(text, LONGEST_TEXT))) {
            throw new IllegalArgumentException("words of a brand that are too long or cannot be seen");
        }
    }

    public Optional<String> welcome(Language language) {
        return Optional.ofNullable(welcome.get(language.tag()));
    }

    /** One line that can be seen. */
    public static boolean isLine(String text, int longest) {
        return isText(text, longest) && text.indexOf('\n') < 0;
    }

    /** Lines that can be seen: nothing that turns the direction of what follows, or that hides itself. */
    public static boolean isText(String text, int longest) {
        return text.length() <= longest && isVisible(text);
    }

    public static boolean isVisible(String text) {
        return text.codePoints().allMatch(BrandWords::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            // Within emoji, and between letters of Persian and of Indian scripts.
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.SURROGATE ->
                false;
            default -> true;
        };
    }
}
