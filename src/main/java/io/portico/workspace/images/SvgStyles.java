package io.portico.workspace.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the style sheets of a drawing ask to be painted, by the last part of each selector: an id, a tag, any class. A
 * selector that is none of these is taken to be for all elements, and a rule with a class for all that have one.
 */
final class SvgStyles {
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
    private static final Pattern ID = Pattern.compile("#([^.#:\\[]+)");
    private static final Pattern TAG = Pattern.compile("^[A-Za-z][A-Za-z0-9-]*");
    private static final String CLASS = ".";
    private static final String ALL = "*";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<String>> references = new HashMap<>();

    void add(String more) {
        text.append(more);
    }

    /** Reads what was added. */
    void read() {
        Matcher rules = RULE.matcher(text);
        while (rules.find()) {
            List<String> asked = SvgWeight.references(rules.group(2));
            if (!asked.isEmpty()) {
                for (String selector : rules.group(1).split(",")) {
                    references
                            .computeIfAbsent(key(selector.strip()), key -> new ArrayList<>())
                            .addAll(asked);
                }
            }
        }
    }

    private static String key(String selector) {
        String last = selector.replaceAll("^.*[\\s>+~]", "");
        Matcher id = ID.matcher(last);
        Matcher tag = TAG.matcher(last);
        if (last.contains("\\") || last.contains("(")) {
            return ALL;
        }
        if (id.find()) {
            return "#" + id.group(1);
        }
        return tag.find() ? tag.group().toLowerCase(Locale.ROOT) : last.contains(".") ? CLASS : ALL;
    }

    /** What is painted with such an element for the sake of style sheets. */
    List<String> of(String tag, String id, boolean hasClass) {
        List<String> all = new ArrayList<>(references.getOrDefault(ALL, List.of()));
        all.addAll(references.getOrDefault("#" + id, List.of()));
        all.addAll(references.getOrDefault(tag.toLowerCase(Locale.ROOT), List.of()));
        if (hasClass) {
            all.addAll(references.getOrDefault(CLASS, List.of()));
        }
        return all;
    }
}
