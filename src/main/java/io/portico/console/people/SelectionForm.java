package io.portico.console.people;

import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Selection} as it travels through addresses and forms: {@code id} for each contact, or {@code all=true} with
 * the filter's {@code q}, {@code group} and {@code tag}. Bind it with {@code @ModelAttribute}; carry it on with
 * {@link #query} or {@link #fields}.
 */
public record SelectionForm(List<String> id, String all, String q, String group, String tag) {
    /** An address carries at most so many ids. */
    public static final int MOST_IN_AN_ADDRESS = 50;

    public SelectionForm(
            @Nullable List<String> id,
            @Nullable String all,
            @Nullable String q,
            @Nullable String group,
            @Nullable String tag) {
        this.id = id == null ? List.of() : List.copyOf(id);
        this.all = Objects.requireNonNullElse(all, "");
        this.q = PeopleParams.cut(q);
        this.group = PeopleParams.cut(group);
        this.tag = PeopleParams.cut(tag);
    }

    public static final SelectionForm NOBODY = new SelectionForm(null, null, null, null, null);

    /** A field of a form that carries the selection on. */
    public record Hidden(String name, String value) {}

    /** Ids that are none are passed over. */
    public Selection selection() {
        if (all.equals(PeopleParams.ALL)) {
            return new Selection.Matching(list().filter());
        }
        return new Selection.These(
                id.stream().map(ContactId::parse).flatMap(Optional::stream).toList());
    }

    /** Whether it names nobody; a filter that nobody matches is not empty in this sense. */
    public boolean isEmpty() {
        return selection() instanceof Selection.These(List<ContactId> ids) && ids.isEmpty();
    }

    /** The list it was made in. */
    PeopleParams list() {
        return new PeopleParams(q, group, tag, null, null, null, null);
    }

    public List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>();
        switch (selection()) {
            case Selection.These(List<ContactId> ids) ->
                ids.forEach(each -> fields.add(new Hidden("id", each.toString())));
            case Selection.Matching all -> {
                fields.add(new Hidden("all", PeopleParams.ALL));
                fields.add(new Hidden("q", q));
                fields.add(new Hidden("group", group));
                fields.add(new Hidden("tag", tag));
            }
        }
        return fields.stream().filter(field -> !field.value().isEmpty()).toList();
    }

    /** The selection as the query of an address, with its question mark. */
    public String query() {
        return fields().stream()
                .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    boolean fitsAnAddress() {
        return selection() instanceof Selection.Matching || id.size() <= MOST_IN_AN_ADDRESS;
    }
}
