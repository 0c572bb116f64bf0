package io.portico.web;

import io.portico.kernel.Labelled;

/** The model of one page: a record with its frame and what the template shows. */
public interface PageModel {
    Frame frame();

    default Texts texts() {
        return frame().texts();
    }

    default String t(String key, Object... arguments) {
        return texts().t(key, arguments);
    }

    default String label(Labelled labelled) {
        return texts().label(labelled);
    }

    default String csrf() {
        return frame().csrf();
    }
}
