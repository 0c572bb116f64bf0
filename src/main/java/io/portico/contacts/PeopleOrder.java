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
        NAME("name_key", false),
        CREATED("created_at", true),
        /** Those who never signed in count as the longest ago. */
        LAST_SIGN_IN("case when last_sign_in_at is null then '-infinity' else last_sign_in_at end", true);

        private final String expression;
        private final boolean newestFirst;

        Column(String expression, boolean newestFirst) {
            this.expression = expression;
            this.newestFirst = newestFirst;
        }

        /** On the table contact; each has an index that begins with the workspace and ends with the id. */
        String expression() {
            return expression;
        }

        boolean isTime() {
            return newestFirst;
        }

        public static Optional<Column> parse(String word) {
            return Labelled.parse(Column.class, word);
        }
    }
}
