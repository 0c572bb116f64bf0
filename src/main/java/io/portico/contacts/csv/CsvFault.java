package io.portico.contacts.csv;

/** What can be wrong with a row as CSV, before anything is known of contacts. */
public enum CsvFault implements Complaint {
    /** A field opens with a quote that nothing closes before the file ends or goes on for too long. */
    UNCLOSED_QUOTE,
    /** A quoted field goes on after its closing quote, as in {@code "Kim "the boss" Lee"}. */
    TEXT_AFTER_QUOTE,
    /** Bytes that are no character in the encoding chosen. */
    UNREADABLE_BYTES,
    /** The character U+FFFD: whoever wrote the file had lost the real one already. */
    LOST_CHARACTER,
    NUL_CHARACTER,
    /** More than {@value CsvScanner#LONGEST_FIELD} characters. */
    FIELD_TOO_LONG,
    /** More than {@value CsvScanner#MOST_COLUMNS} fields. */
    TOO_MANY_COLUMNS
}
