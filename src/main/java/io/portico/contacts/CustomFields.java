package io.portico.contacts;

import java.util.Map;

/** How many custom fields a contact has, whichever way they come. */
public final class CustomFields {
    public static final int MOST = 100;

    private CustomFields() {}

    /** Whether the first may be replaced by the second: {@value #MOST} at most, or no more than there were. */
    public static boolean mayBecome(Map<String, String> before, Map<String, String> after) {
        return after.size() <= Math.max(before.size(), MOST);
    }
}
