package io.portico.api.contacts;

import io.portico.contacts.csv.ColumnTarget;

/** What the fields of a contact must be, as it is said whichever way something else came. */
public final class ContactForms {
    public static final String EMAIL = "It must be an e-mail address such as kim@example.com.";
    public static final String PHONE = "It must be a phone number such as +82 2 1234 5678.";
    public static final String LANGUAGE = "It must be en or ko.";
    public static final String TIME_ZONE = "It must be a time zone such as Asia/Seoul.";
    public static final String SOMEBODY = "A contact has at least a name, an e-mail address or a phone number.";
    static final String CUSTOM_NAME =
            "A name has 1 to %d characters, none of them a control character, and no blanks around it."
                    .formatted(ColumnTarget.Custom.LONGEST_NAME);

    public static final int LONGEST_EMAIL = 320;
    /** Of every other field that is no name and no tag. */
    public static final int LONGEST = 100;

    private ContactForms() {}
}
