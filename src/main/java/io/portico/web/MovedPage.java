package io.portico.web;

/**
 * Says that a portal is found at another address, and goes there by itself.
 *
 * @param address where the page that was asked for is now
 * @param shown the part of it that people read
 */
public record MovedPage(PortalVisit frame, String address, String shown) implements PageModel {
    /** Long enough to read a sentence. */
    public static final int SECONDS = 5;

    public String business() {
        return frame.workspace().name();
    }
}
