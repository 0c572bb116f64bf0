package io.portico.console.outreach;

import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who was chosen on the page before, as it is submitted: ids one by one, or all that match a filter; and a search for
 * further ones.
 *
 * @param id the chosen contacts
 * @param all whether instead all are meant that match the filter
 * @param q the filter's text
 * @param group the filter's group
 * @param tag the filter's tag
 * @param find what is searched for on this page
 * @param add a contact to choose beside the others
 * @param drop a contact to choose no longer
 */
public record RecipientsForm(
        List<String> id, boolean all, String q, String group, String tag, String find, String add, String drop) {
    public RecipientsForm(
            @Nullable List<String> id,
            @Nullable Boolean all,
            @Nullable String q,
            @Nullable String group,
            @Nullable String tag,
            @Nullable String find,
            @Nullable String add,
            @Nullable String drop) {
        this(
                id == null ? List.of() : List.copyOf(id),
                all != null && all,
                orEmpty(q),
                orEmpty(group),
                orEmpty(tag),
                orEmpty(find),
                orEmpty(add),
                orEmpty(drop));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Selection selection() {
        return all ? new Selection.Matching(filter()) : new Selection.These(ids());
    }

    private PeopleFilter filter() {
        return new PeopleFilter(
                q, PeopleFilter.Group.parse(group), tag.isEmpty() ? Optional.empty() : Optional.of(tag));
    }

    /** The chosen ones, with the one to add and without the one to drop; what is no id is passed over. */
    List<ContactId> ids() {
        List<String> chosen = new ArrayList<>(id);
        if (!add.isEmpty()) {
            chosen.add(add);
        }
        return chosen.stream()
                .filter(each -> !each.equals(drop))
                .distinct()
                .flatMap(each -> ContactId.parse(each).stream())
                .toList();
    }

    boolean choosesNobody() {
        return !all && ids().isEmpty();
    }
}
