package io.portico.mail.content;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.portico.mail.CustomValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text with custom values in Mustache's braces, such as {@code Hello {{contact.first_name | there}}}; what follows the
 * bar stands in for an empty value. Checked when it is made: it holds words and known values, nothing else.
 *
 * <p>Filling it puts values in as they are and never reads them again, so a value that looks like a custom value stays
 * what it is. The result is plain text of as many lines as the text itself has: escaping belongs to where it lands.
 */
public final class CustomText {
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler();

    private final List<Piece> pieces;

    CustomText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    sealed interface Piece {
        record Words(String text) implements Piece {}

        record Value(CustomValue value, String fallback) implements Piece {}
    }

    /** Takes what somebody wrote, and tells what is wrong with it when it is refused. */
    public static TextCheck check(String written) {
        var reader = new CustomTextReader();
        try {
            MUSTACHE.compile(written).visit(reader);
            return reader.result();
        } catch (MustacheException | StringIndexOutOfBoundsException e) {
            // The second is what an empty pair of braces does to JMustache 1.16.
            return new TextCheck.Refused(List.of(new TextCheck.Fault.Unreadable("{{")));
        }
    }

    /** Takes text that we wrote ourselves; a fault in it is a fault of ours. */
    static CustomText of(String written) {
        return switch (check(written)) {
            case TextCheck.Accepted(CustomText text) -> text;
            case TextCheck.Refused(List<TextCheck.Fault> faults) ->
                throw new IllegalStateException("%s in: %s".formatted(faults, written));
        };
    }

    /** @throws IllegalStateException when a value without which the text is useless is missing */
    public String fill(Map<CustomValue, String> values) {
        return pieces.stream().map(piece -> fill(piece, values)).collect(Collectors.joining());
    }

    private static String fill(Piece piece, Map<CustomValue, String> values) {
        return switch (piece) {
            case Piece.Words(String text) -> text;
            case Piece.Value(CustomValue value, String fallback) -> {
                String found = SingleLine.of(values.getOrDefault(value, ""));
                if (found.isEmpty() && fallback.isEmpty() && value.isEssential()) {
                    throw new IllegalStateException("nothing to put in for " + value.word());
                }
                yield found.isEmpty() ? fallback : found;
            }
        };
    }
}
