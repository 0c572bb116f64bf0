package io.portico.console.people;

import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleFilter.Group;
import io.portico.contacts.PeopleOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of people as its address says it; what makes no sense in it counts as not said.
 *
 * @param q what is searched for
 * @param group a word of {@link Group}
 * @param sort a word of {@link PeopleOrder.Column}
 * @param dir "desc" or ascending
 * @param at the cursor of the page
 * @param all "true" when everybody who matches is selected
 */
public record PeopleParams(String q, String group, String tag, String sort, String dir, String at, String all) {
    static final String ALL = "true";
    private static final int LONGEST = 254;

    public PeopleParams(
            @Nullable String q,
            @Nullable String group,
            @Nullable String tag,
            @Nullable String sort,
            @Nullable String dir,
            @Nullable String at,
            @Nullable String all) {
        this.q = cut(q);
        this.group = cut(group);
        this.tag = cut(tag);
        this.sort = Objects.requireNonNullElse(sort, "");
        this.dir = Objects.requireNonNullElse(dir, "");
        this.at = Objects.requireNonNullElse(at, "");
        this.all = Objects.requireNonNullElse(all, "");
    }

    /** No name, address or tag is longer; the list travels on in addresses, which must not grow without bounds. */
    static String cut(@Nullable String text) {
        String said = Objects.requireNonNullElse(text, "");
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    public PeopleFilter filter() {
        return new PeopleFilter(q, Group.parse(group), Optional.of(tag));
    }

    public PeopleOrder order() {
        return PeopleOrder.Column.parse(sort)
                .map(column -> new PeopleOrder(column, dir.equals("desc")))
                .orElse(PeopleOrder.BY_NAME);
    }

    public boolean selectsAll() {
        return all.equals(ALL);
    }

    PeopleParams page(String cursor) {
        return new PeopleParams(q, group, tag, sort, dir, cursor, "");
    }

    PeopleParams sorted(PeopleOrder order) {
        return new PeopleParams(q, group, tag, order.by().word(), order.descending() ? "desc" : "", "", "");
    }

    PeopleParams all(boolean chosen) {
        return new PeopleParams(q, group, tag, sort, dir, at, chosen ? ALL : "");
    }

    static PeopleParams of(PeopleFilter filter) {
        return new PeopleParams(
                filter.text(),
                filter.group().map(Group::word).orElse(""),
                filter.tag().orElse(""),
                "",
                "",
                "",
                "");
    }

    /** The query of this list's address, with its question mark; empty for the plain list. */
    String query() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("q", q);
        said.put("group", group);
        said.put("tag", tag);
        said.put("sort", sort);
        said.put("dir", dir);
        said.put("at", at);
        said.put("all", all);
        return said.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .map(query -> "?" + query)
                .orElse("");
    }
}
