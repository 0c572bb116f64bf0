package io.portico.web;

/** A page that says what went wrong and, unless nothing is open at all, offers one way on. */
public record ErrorPage(Frame frame, String title, String text, boolean leadsHome) implements PageModel {
    ErrorPage(Frame frame, String title, String text) {
        this(frame, title, text, true);
    }
}
