package io.portico.web;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** What every page has around its content, whichever site it is on. */
public interface Frame {
    Texts texts();

    Assets assets();

    /** The CSRF token that every form carries in the field {@code _csrf}. */
    String csrf();

    Optional<Notice> notice();

    /** The path of the page that is shown, with its query: a change of language leads back to it. */
    String here();

    /** {@link #here} without the query. */
    default String path() {
        int query = here().indexOf('?');
        return query < 0 ? here() : here().substring(0, query);
    }

    default String t(String key, Object... arguments) {
        return texts().t(key, arguments);
    }

    default String label(Labelled labelled) {
        return texts().label(labelled);
    }
}
