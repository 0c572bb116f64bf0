package io.portico.portal;

import io.portico.web.PageModel;
import io.portico.web.PortalVisit;

/** The page behind a link that no longer works, and the one way on. */
public record DeadLinkPage(PortalVisit frame, Way way) implements PageModel {
    /** How to get a link that works. */
    public sealed interface Way {}

    /** By a mail to the address on file, of which a part is shown. */
    public record ByMail(String action, String mailbox) implements Way {}

    /** By typing one's address: a link that was cut off names nobody. */
    public record ByAddress() implements Way {}

    /** By asking the business: it knows no address. */
    public record ByAsking() implements Way {}

    public String business() {
        return frame.workspace().name();
    }
}
