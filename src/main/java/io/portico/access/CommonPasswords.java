package io.portico.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The passwords that are tried first: the list {@code passwords/common.txt}, what people make of its words by writing
 * digits for letters or adding a few at either end, and plain repetitions and rows.
 */
final class CommonPasswords {
    private static final String LOOKALIKES = "013457@$!8";
    private static final String LETTERS = "oieastasib";
    private static final int MOST_ADDED = 6;
    private static final int LONGEST_PERIOD = 4;

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords load() {
        try (var file = new ClassPathResource("passwords/common.txt").getInputStream()) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new CommonPasswords(Arrays.stream(text.split("\n")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return isWord(lower) || isWord(withoutAdditions(lower)) || isRepetition(lower) || isRow(lower);
    }

    private boolean isWord(String text) {
        String letters = withoutAdditions(spelt(text));
        return words.contains(text) || words.contains(spelt(text)) || words.contains(letters);
    }

    /** The word within, when no more than a few digits and signs stand before and after it. */
    private static String withoutAdditions(String text) {
        String word = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return text.length() - word.length() <= MOST_ADDED ? word : text;
    }

    private static String spelt(String text) {
        var letters = new StringBuilder(text);
        for (int i = 0; i < letters.length(); i++) {
            int found = LOOKALIKES.indexOf(letters.charAt(i));
            if (found >= 0) {
                letters.setCharAt(i, LETTERS.charAt(found));
            }
        }
        return letters.toString();
    }

    private static boolean isRepetition(String text) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            if (text.length() > period && text.startsWith(text.substring(period))) {
                return true;
            }
        }
        return false;
    }

    /** Each character next to the one before, all the way up or all the way down. */
    private static boolean isRow(String text) {
        int step = text.charAt(1) - text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (Math.abs(step) != 1 || text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }
}
