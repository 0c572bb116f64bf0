package io.portico.outreach;

import io.portico.contacts.FullName;
import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** What is longer is no address, whatever name stands before it. */
    private static final int LONGEST = 700;

    private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
    private static final String SEPARATORS = ",;\t";

    /**
     * Reads a list separated by line breaks, commas, semicolons or tabs, however long it is; to refuse one of more than
     * {@link #MOST} entries is up to whoever asked for it. A comma within a name, as in {@code "Kim, Minji" <kim@…>} or
     * {@code Kim, Minji <kim@…>}, separates nothing.
     */
    public static List<TypedAddress> parse(String list) {
        return LINES.splitAsStream(list)
                .flatMap(line -> entries(line).stream())
                .map(TypedAddress::of)
                .toList();
    }

    private static List<String> entries(String line) {
        List<String> entries = new ArrayList<>();
        String lastName = "";
        for (int start = 0, end; start <= line.length(); start = end + 1) {
            end = endOfEntry(line, start);
            String entry = line.substring(start, end).strip();
            if (!lastName.isEmpty() && hasName(entry)) {
                entry = lastName + ", " + entry;
            } else if (!lastName.isEmpty()) {
                entries.add(lastName);
            }
            lastName = line.startsWith(",", end) && mayBeLastName(entry) ? entry : "";
            if (lastName.isEmpty() && !entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static int endOfEntry(String line, int start) {
        int end = start;
        while (line.startsWith(" ", end)) {
            end++;
        }
        if (line.startsWith("\"", end)) {
            end = endOfQuoted(line, end);
        }
        while (end < line.length() && SEPARATORS.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Where the quote closes; where it opens, when it holds an address: then it was never closed. */
    private static int endOfQuoted(String line, int open) {
        int close = Math.max(open, line.indexOf('"', open + 1));
        String quoted = line.substring(open, close);
        return quoted.indexOf('@') < 0 && quoted.indexOf('<') < 0 ? close : open;
    }

    private static boolean hasName(String entry) {
        return entry.endsWith(">") && entry.indexOf('<') > 0;
    }

    private static boolean mayBeLastName(String entry) {
        return !entry.isEmpty() && entry.indexOf('@') < 0 && entry.indexOf('<') < 0;
    }

    private static TypedAddress of(String entry) {
        if (entry.length() > LONGEST) {
            return new TypedAddress(cut(entry, LONGEST), PersonName.NONE, Optional.empty());
        }
        if (entry.endsWith(">") && entry.indexOf('<') >= 0) {
            int open = entry.indexOf('<');
            return new TypedAddress(
                    entry,
                    nameOf(entry.substring(0, open).replace("\"", "").strip()),
                    EmailAddress.parse(entry.substring(open + 1, entry.length() - 1)));
        }
        return new TypedAddress(entry, PersonName.NONE, EmailAddress.parse(entry));
    }

    private static PersonName nameOf(String typed) {
        String line = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        FullName name = FullName.of(line);
        return new PersonName(cut(name.first(), PersonName.LONGEST_PART), cut(name.last(), PersonName.LONGEST_PART));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
