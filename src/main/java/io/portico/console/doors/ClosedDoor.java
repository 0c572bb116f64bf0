package io.portico.console.doors;

import io.portico.web.Frame;
import io.portico.web.PageModel;

/** A link that opens nothing: why that may be, and the one way on. */
public record ClosedDoor(Frame frame, String title, String text, String action, String href) implements PageModel {}
