package io.portico.web;

/** A page that says what went wrong and offers one way on. */
public record ErrorPage(Frame frame, String title, String text) implements PageModel {}
