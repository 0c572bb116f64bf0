package io.portico.api.reference;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The API for people to read, in English in every language, as its words are.
 *
 * @param server the address that all paths lie under
 */
public record ApiReferencePage(ConsoleVisit visit, List<Entry> entries, String server) implements PageModel {
    /** An operation with its examples as JSON; empty where there is none. */
    public record Entry(Operation operation, String body, String answer) {}

    public ApiReferencePage {
        entries = List.copyOf(entries);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    /** Where a group begins on the page. */
    public String anchor(String tag) {
        return "group-" + tag.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The entries by their tag, in their order. */
    public Map<String, List<Entry>> groups() {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        entries.forEach(each -> groups.computeIfAbsent(each.operation().tag(), tag -> new java.util.ArrayList<>())
                .add(each));
        return groups;
    }
}
