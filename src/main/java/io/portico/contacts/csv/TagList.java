package io.portico.contacts.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tags in one cell: {@code VIP, Retreat} (HighLevel, HubSpot), {@code "VIP","Retreat"} (Mailchimp) or
 * {@code Friends ::: * myContacts} (Google), whose starred groups are Google's own and no tags.
 */
public final class TagList {
    public static final int MOST = 50;
    public static final int LONGEST = 60;

    private static final Pattern TAG =
            Pattern.compile("\\s*+\"(?<quoted>(?:[^\"]++|\"\")*+)\"\\s*+(?=[,;]|$)|(?<plain>[^,;]++)");
    private static final String GOOGLE_SEPARATOR = ":::";
    private static final String GOOGLE_OWN = "* ";

    private TagList() {}

    /** In their order, trimmed, without repetitions; upper and lower case are the same tag. */
    public static List<String> split(String cell) {
        List<String> tags = new ArrayList<>();
        for (String part : cell.split(GOOGLE_SEPARATOR)) {
            Matcher tag = TAG.matcher(part);
            while (tag.find()) {
                String quoted = tag.group("quoted");
                tags.add(quoted == null ? tag.group("plain") : quoted.replace("\"\"", "\""));
            }
        }
        TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return tags.stream()
                .map(PlainText::of)
                .filter(tag -> !tag.isEmpty() && !tag.startsWith(GOOGLE_OWN) && seen.add(tag))
                .toList();
    }

    /** A cell that {@link #split} takes apart into the same tags. */
    public static String join(List<String> tags) {
        return tags.stream().map(TagList::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String tag) {
        boolean plain = tag.chars().noneMatch(character -> ",;\"".indexOf(character) >= 0);
        return plain ? tag : '"' + tag.replace("\"", "\"\"") + '"';
    }
}
