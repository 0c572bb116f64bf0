package io.portico.outreach;

import io.portico.contacts.FullName;
import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a typed or pasted list, such as {@code kim@example.com} or {@code Minji Kim <kim@example.com>}.
 *
 * @param text the entry as typed
 * @param address empty when the entry holds no valid address
 */
public record TypedAddress(String text, PersonName name, Optional<EmailAddress> address) {
    /** So many entries are invited at once; larger lists are imported as CSV. */
    public static final int MOST = 5000;

    private static final Pattern SEPARATORS = Pattern.compile("[\\r\\n;,\\t]+");
    private static final Pattern WITH_NAME = Pattern.compile("\"?([^\"<>]*?)\"?\\s*<([^<>]+)>");

    /**
     * Reads a list separated by line breaks, commas, semicolons or tabs, however long it is; to refuse one of more than
     * {@link #MOST} entries is up to whoever asked for it.
     */
    public static List<TypedAddress> parse(String list) {
        List<TypedAddress> entries = new ArrayList<>();
        for (String entry : SEPARATORS.split(list)) {
            if (!entry.isBlank()) {
                entries.add(of(entry.strip()));
            }
        }
        return entries;
    }

    private static TypedAddress of(String entry) {
        Matcher named = WITH_NAME.matcher(entry);
        if (named.matches()) {
            return new TypedAddress(entry, nameOf(named.group(1).strip()), EmailAddress.parse(named.group(2)));
        }
        return new TypedAddress(entry, PersonName.NONE, EmailAddress.parse(entry));
    }

    private static PersonName nameOf(String typed) {
        String line = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        FullName name = FullName.of(line);
        return new PersonName(cut(name.first()), cut(name.last()));
    }

    private static String cut(String part) {
        return part.substring(0, Math.min(PersonName.LONGEST_PART, part.length()));
    }
}
