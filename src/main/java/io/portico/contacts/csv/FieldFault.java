package io.portico.contacts.csv;

/** What can be wrong with a well-formed row as a contact. */
public enum FieldFault implements Complaint {
    /** More fields with something in them than the file has columns: some delimiter is not quoted. */
    TOO_MANY_FIELDS,
    /** The row ends before its last identifying column: some line end is not quoted. */
    TOO_FEW_FIELDS,
    /** Neither name nor e-mail address nor phone number. */
    NOBODY,
    NAME_TOO_LONG,
    PHONE,
    LANGUAGE,
    /** A language, but none of Portico's: the contact is taken, the value is not. */
    LANGUAGE_NOT_SPOKEN,
    TIME_ZONE,
    TOO_MANY_TAGS,
    TAG_TOO_LONG,
    SOURCE_TOO_LONG,
    /** Beside those that the contact has already, where it is there. */
    TOO_MANY_CUSTOM_FIELDS
}
