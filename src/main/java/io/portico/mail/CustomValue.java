package io.portico.mail;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The custom values (merge tags) that a mail's text may use: these and no others. */
public enum CustomValue {
    CONTACT_NAME,
    CONTACT_FIRST_NAME,
    CONTACT_LAST_NAME,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    WORKSPACE_NAME,
    PORTAL_URL,
    PORTAL_LOGIN_URL,
    /** The address that signs the recipient in, minted for this one mail. */
    PORTAL_MAGIC_LINK,
    PORTAL_CODE,
    PORTAL_LINK_EXPIRES_AT,
    OPERATOR_NAME;

    /** Other names, so that texts written for other systems can be carried over. */
    private static final Map<String, CustomValue> ALIASES = Map.of(
            "client_portal.login_url", PORTAL_MAGIC_LINK,
            "membership_contact.login_url", PORTAL_MAGIC_LINK);

    /** As it is written between the braces: {@code contact.first_name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /** Knows aliases too. */
    public static Optional<CustomValue> named(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(ALIASES.get(word)));
    }

    /** What somebody who wrote an unknown word may have meant; empty when nothing is near. */
    public static Optional<CustomValue> nearest(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        CustomValue nearest = Arrays.stream(values())
                .min(Comparator.comparingInt(value -> value.distance(wanted)))
                .orElseThrow();
        return nearest.distance(wanted) <= Math.max(2, wanted.length() / 3) ? Optional.of(nearest) : Optional.empty();
    }

    /** A mail that lacks it where its text asks for it would be useless. */
    public boolean isEssential() {
        return this == PORTAL_URL || this == PORTAL_LOGIN_URL || this == PORTAL_MAGIC_LINK;
    }

    private int distance(String wanted) {
        String own = word();
        return Math.min(edits(wanted, own), 1 + edits(wanted, own.substring(own.indexOf('.') + 1)));
    }

    /** How many letters to insert, remove or replace to make one of the other (Levenshtein). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
