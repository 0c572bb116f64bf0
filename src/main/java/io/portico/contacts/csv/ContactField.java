package io.portico.contacts.csv;

import io.portico.kernel.Labelled;

/** What of a contact a column can hold, in the order in which it is offered. */
public enum ContactField implements Labelled {
    FIRST_NAME,
    LAST_NAME,
    /** Both in one; counts only in rows where the other two are empty. */
    FULL_NAME,
    EMAIL,
    PHONE,
    TAGS,
    LANGUAGE,
    TIME_ZONE,
    SOURCE
}
