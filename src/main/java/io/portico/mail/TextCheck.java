package io.portico.mail;

import java.util.List;
import java.util.Optional;

/** What became of a text with custom values that somebody wrote. */
public sealed interface TextCheck {
    record Accepted(CustomText text) implements TextCheck {}

    /** At least one fault, in the order they stand in the text. */
    record Refused(List<Fault> faults) implements TextCheck {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Where in a text; both count from 1, columns in characters as a person counts them. */
    record Position(int line, int column) {
        /** @param index counted in {@code char}s */
        public static Position of(String text, int index) {
            String before = text.substring(0, index);
            int start = before.lastIndexOf('\n') + 1;
            int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
            return new Position(line, 1 + before.codePointCount(start, before.length()));
        }
    }

    /** Why a text is refused. */
    sealed interface Fault {
        Position at();

        /** No such custom value here; {@code nearest} is what may have been meant. */
        record Unknown(Position at, String name, Optional<CustomValue> nearest) implements Fault {}

        /** It lets in whoever reads it, and this place is read by others. */
        record Secret(Position at, CustomValue value, TextPlace place) implements Fault {}

        /** It lets in whoever reads it, and would be a part of an address that leads elsewhere. */
        record SecretInAddress(Position at, CustomValue value) implements Fault {}

        /** A tag of Mustache that is no value: a section, an inclusion, a third brace, other delimiters, a comment. */
        record NotAValue(Position at, String tag) implements Fault {}

        /** Braces that lack their other half, or an empty pair. */
        record Unreadable(Position at, String braces) implements Fault {}

        /** A link that leads to no web address, mailbox or telephone. */
        record BadLink(Position at, String destination) implements Fault {}

        /** Lists, quotes or emphasis within each other, deeper than anybody reads. */
        record TooDeep(Position at) implements Fault {}

        record TooLong(Position at, int found, int most) implements Fault {}

        /** Nothing is written where something must be. */
        record Empty(Position at) implements Fault {}
    }
}
