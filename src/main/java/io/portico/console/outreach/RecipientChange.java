package io.portico.console.outreach;

import io.portico.console.people.SelectionForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the choice of recipients is being changed on the page itself.
 *
 * @param find what is searched for
 * @param add a contact to choose beside the others; empty for none
 * @param drop a contact to choose no longer; empty for none
 */
public record RecipientChange(String find, String add, String drop) {
    public RecipientChange(@Nullable String find, @Nullable String add, @Nullable String drop) {
        this.find = find == null ? "" : find;
        this.add = add == null ? "" : add;
        this.drop = drop == null ? "" : drop;
    }

    /** The choice after the change. All that match a filter stay all: nobody is added to them or dropped. */
    SelectionForm applyTo(SelectionForm chosen) {
        List<String> ids = new ArrayList<>(chosen.id());
        if (!add.isEmpty() && !ids.contains(add)) {
            ids.add(add);
        }
        ids.remove(drop);
        return new SelectionForm(ids, chosen.all(), chosen.q(), chosen.group(), chosen.tag());
    }
}
