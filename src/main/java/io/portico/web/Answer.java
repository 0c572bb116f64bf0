package io.portico.web;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What a controller answers: a page, or the way to another one. */
public sealed interface Answer {
    record Page(HttpStatus status, JteModel model) implements Answer {}

    /** Sends the browser on with 303, so that a reload does not repeat the form. */
    record SeeOther(String path, Optional<Notice> notice) implements Answer {
        /** Says on the next page what happened. */
        public SeeOther saying(Notice said) {
            return new SeeOther(path, Optional.of(said));
        }
    }

    /** Nothing new: htmx keeps what it shows. */
    record Unchanged() implements Answer {}

    static Answer page(JteModel model) {
        return new Page(HttpStatus.OK, model);
    }

    /** Shows a form again with what was typed and what is wrong with it: 422. */
    static Answer invalid(JteModel model) {
        return new Page(HttpStatus.UNPROCESSABLE_CONTENT, model);
    }

    static Answer page(HttpStatus status, JteModel model) {
        return new Page(status, model);
    }

    static SeeOther seeOther(String path) {
        return new SeeOther(path, Optional.empty());
    }
}
