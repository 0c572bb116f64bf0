package io.portico.mail;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The custom values that a text may use: these and no others. {@link Vocabularies} makes it for a workspace. */
public final class Vocabulary {
    /** Other names, so that texts written for other systems can be carried over. */
    public static final Map<String, CustomValue> ALIASES = Map.of(
            "client_portal.login_url", CustomValue.PORTAL_MAGIC_LINK,
            "membership_contact.login_url", CustomValue.PORTAL_MAGIC_LINK);

    /** What a text to a contact may use, but for fields and values of a workspace's own. */
    public static final Vocabulary STANDARD = new Vocabulary(CustomValue.STANDARD);

    /** What is written between the braces, and what it means. */
    private final Map<String, CustomValue> names = new LinkedHashMap<>();

    private final List<CustomValue> values;

    public Vocabulary(Collection<CustomValue> values) {
        this.values = values.stream().distinct().toList();
        this.values.forEach(value -> names.put(value.word(), value));
        ALIASES.forEach((name, value) -> {
            if (this.values.contains(value)) {
                names.put(name, value);
            }
        });
        // As other systems write custom fields.
        this.values.stream()
                .filter(CustomValue::isOfContactField)
                .forEach(field -> names.putIfAbsent("contact." + field.key(), field));
    }

    /** In the order in which they are offered. */
    public List<CustomValue> values() {
        return values;
    }

    /** Knows aliases too: {@code client_portal.login_url}, and {@code contact.company} for a custom field. */
    public Optional<CustomValue> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** What somebody who wrote an unknown name may have meant; empty when nothing is near. */
    public Optional<CustomValue> nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int most = Math.max(2, wanted.length() / 3);
        return wanted.length() > LONGEST_NAME
                ? Optional.empty()
                : values.stream()
                        .min(Comparator.comparingInt(value -> distance(wanted, value)))
                        .filter(value -> distance(wanted, value) <= most);
    }

    /** The same without some. */
    Vocabulary without(Set<CustomValue> some) {
        return new Vocabulary(
                values.stream().filter(value -> !some.contains(value)).toList());
    }

    /** Longer ones are like nothing; comparing takes time by the product of lengths. */
    private static final int LONGEST_NAME = 100;

    private static int distance(String wanted, CustomValue value) {
        return Math.min(edits(wanted, value.word()), 1 + edits(wanted, value.key()));
    }

    /** How many letters to insert, remove or replace to make one of the other (Levenshtein). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
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
