package io.portico.contacts;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** How a list of contacts is sorted; those that are equal, by age. */
public record PeopleOrder(Column by, boolean descending) {
    public static final PeopleOrder BY_NAME = new PeopleOrder(Column.NAME, false);

    /** The order a click on this column's head asks for: the other way round when it is sorted by it already. */
    public PeopleOrder clicked(Column column) {
        return column == by ? new PeopleOrder(by, !descending) : new PeopleOrder(column, column.newestFirst);
    }

    /** What a list can be sorted by. */
    public enum Column implements Labelled {
        /** What the contact is called on the page: the name, else the address, else the phone number. */
        NAME("name_key", "id", false),
        CREATED("created_at", "id", true),
        /** Those who never signed in count as the longest ago. */
        LAST_SIGN_IN("s.at", "s.contact_id", true);

        private final String expression;
        private final String id;
        private final boolean newestFirst;

        Column(String expression, String id, boolean newestFirst) {
            this.expression = expression;
            this.id = id;
            this.newestFirst = newestFirst;
        }

        /** A column of contact, or of its sign-in s; each has an index from the workspace over it to the {@link #id}. */
        String expression() {
            return expression;
        }

        /** The contact's id, as it stands in the table of the {@link #expression}. */
        String id() {
            return id;
        }

        boolean isTime() {
            return newestFirst;
        }

        public static Optional<Column> parse(String word) {
            return Labelled.parse(Column.class, word);
        }
    }
}
