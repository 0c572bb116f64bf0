package io.portico.mail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with custom values in Mustache's braces, such as {@code Hello {{contact.first_name | there}}}; what follows the
 * bar stands in for an empty value. Checked when it is made: it holds words and known values, nothing else.
 *
 * <p>Filling it puts values in as they are and never reads them again, so a value that looks like a custom value stays
 * what it is. The result is plain text of as many lines as the text itself has: escaping belongs to where it lands.
 */
public final class CustomText {
    /** In {@code char}s; what is longer is cut, so that nothing a contact is called makes a mail that is refused. */
    public static final int LONGEST_VALUE = 2_000;

    private final String written;
    private final List<Piece> pieces;

    CustomText(String written, List<Piece> pieces) {
        this.written = written;
        this.pieces = List.copyOf(pieces);
    }

    /** A stretch of the text. */
    public sealed interface Piece {
        record Words(String text) implements Piece {}

        /**
         * @param start where its braces begin, counted in {@code char}s
         * @param end behind its braces
         */
        record Value(CustomValue value, String fallback, int start, int end) implements Piece {}
    }

    /** Takes what somebody wrote, and tells what is wrong with it when it is refused. */
    public static TextCheck check(String written, TextPlace place, Vocabulary vocabulary) {
        return new CustomTextReader(written, place, vocabulary).read();
    }

    /** Takes text that we wrote ourselves; a fault in it is a fault of ours. */
    public static CustomText of(String written) {
        return switch (check(written, TextPlace.BODY, Vocabulary.STANDARD)) {
            case TextCheck.Accepted(CustomText text) -> text;
            case TextCheck.Refused(List<TextCheck.Fault> faults) ->
                throw new IllegalStateException("%s in: %s".formatted(faults, written));
        };
    }

    public String written() {
        return written;
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /** The custom values it asks for. */
    public Set<CustomValue> values() {
        return pieces.stream()
                .filter(Piece.Value.class::isInstance)
                .map(piece -> ((Piece.Value) piece).value())
                .collect(Collectors.toSet());
    }

    /** @throws IllegalStateException when a value without which the text is useless is missing */
    public String fill(Map<CustomValue, String> values) {
        return pieces.stream().map(piece -> fill(piece, values)).collect(Collectors.joining());
    }

    private static String fill(Piece piece, Map<CustomValue, String> values) {
        return switch (piece) {
            case Piece.Words(String text) -> text;
            case Piece.Value value -> found(value, values);
        };
    }

    /**
     * What stands for a value: on one line, cut to a length that fits into a mail.
     *
     * @throws IllegalStateException when it is missing and the text is useless without it
     */
    public static String found(Piece.Value asked, Map<CustomValue, String> values) {
        String found = SingleLine.of(cut(values.getOrDefault(asked.value(), "")));
        if (found.isEmpty() && asked.fallback().isEmpty() && asked.value().isEssential()) {
            throw new IllegalStateException(
                    "nothing to put in for " + asked.value().word());
        }
        return found.isEmpty() ? asked.fallback() : found;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, LONGEST_VALUE) - 1)) + "…";
    }
}
