package io.portico.contacts.csv;

import java.util.Locale;

/** What of a contact a column can hold, in the order in which it is offered. */
public enum ContactField {
    FIRST_NAME,
    LAST_NAME,
    /** Both in one; counts only in rows where the other two are empty. */
    FULL_NAME,
    EMAIL,
    PHONE,
    TAGS,
    LANGUAGE,
    TIME_ZONE,
    SOURCE;

    /** The constant as it stands in forms and the database, such as {@code first-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
