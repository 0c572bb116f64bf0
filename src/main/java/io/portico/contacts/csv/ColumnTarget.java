package io.portico.contacts.csv;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** Where the values of a column go. */
public sealed interface ColumnTarget {
    ColumnTarget IGNORE = new Ignored();

    /** As it stands in forms and the database: {@code email}, {@code custom:Company}, {@code ignore}. */
    String word();

    /** The reverse of {@link #word}; empty for anything else. */
    static Optional<ColumnTarget> parse(String word) {
        if (word.equals(IGNORE.word())) {
            return Optional.of(IGNORE);
        }
        if (word.startsWith(Custom.PREFIX)) {
            return Optional.of(word.substring(Custom.PREFIX.length()))
                    .filter(Custom::isName)
                    .map(Custom::new);
        }
        return Labelled.parse(ContactField.class, word).map(Known::new);
    }

    /** A field every contact has. */
    record Known(ContactField field) implements ColumnTarget {
        @Override
        public String word() {
            return field.word();
        }
    }

    /** A custom field, by its name of 1 to {@value #LONGEST_NAME} characters. */
    record Custom(String name) implements ColumnTarget {
        public static final int LONGEST_NAME = 60;
        static final String PREFIX = "custom:";

        public Custom {
            if (!isName(name)) {
                throw new IllegalArgumentException("not the name of a custom field: '" + name + "'");
            }
        }

        /** Whether custom fields are called so: not blank, on one line, without blanks around it. */
        public static boolean isName(String name) {
            return !name.isBlank()
                    && name.equals(name.strip())
                    && name.length() <= LONGEST_NAME
                    && name.chars().noneMatch(Character::isISOControl);
        }

        @Override
        public String word() {
            return PREFIX + name;
        }
    }

    /** Nowhere. */
    record Ignored() implements ColumnTarget {
        @Override
        public String word() {
            return "ignore";
        }
    }
}
