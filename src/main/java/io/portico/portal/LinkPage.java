package io.portico.portal;

import io.portico.access.LinkFound;
import io.portico.contacts.Contact;
import io.portico.web.PageModel;
import io.portico.web.PortalVisit;
import java.util.Optional;

/**
 * The page behind a link that works: who is about to sign in, in part, and one button.
 *
 * @param signedIn who is signed in in this browser meanwhile, when it is somebody else
 */
public record LinkPage(PortalVisit frame, String action, String who, Optional<Contact> signedIn) implements PageModel {
    static LinkPage of(PortalVisit visit, LinkToken token, LinkFound link) {
        return new LinkPage(visit, token.path(), link.who(), visit.contact());
    }

    public String business() {
        return frame.workspace().name();
    }
}
