package io.portico.mail.content;

import io.portico.mail.CustomValue;
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

    /** Why a text is refused. */
    sealed interface Fault {
        /** No such custom value; {@code nearest} is what may have been meant. */
        record Unknown(String name, Optional<CustomValue> nearest) implements Fault {}

        /** A tag of Mustache that is no value: a section, an inclusion. */
        record NotAValue(String tag) implements Fault {}

        /** Braces that lack their other half, or an empty pair. */
        record Unreadable(String braces) implements Fault {}
    }
}
