package io.portico.web;

import io.portico.access.ContactSession;
import io.portico.access.Device;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Brand;
import io.portico.workspace.Workspace;
import java.util.Optional;

/**
 * Somebody in a workspace's portal: a stranger, or a contact with a live session.
 *
 * @param brandPath below which the style and the pictures of the brand lie, as {@code /brand.css} and {@code /brand/…}
 */
public record PortalVisit(
        Workspace workspace,
        Optional<Contact> contact,
        Optional<ContactSession> session,
        Device device,
        Texts texts,
        Assets assets,
        String csrf,
        Optional<Notice> notice,
        String here,
        String brandPath)
        implements Frame {
    /** Where the brand is found on the portal itself; operators look at a draft elsewhere. */
    public static final String BRAND_PATH = "/brand";

    public WorkspaceId workspaceId() {
        return workspace.id();
    }

    public Brand brand() {
        return workspace.brand();
    }

    /** The brand's style, by an address that changes with its colours. */
    public String brandStyle() {
        return BrandFiles.styleAddress(brandPath, brand());
    }

    /** The address of a picture of the brand. */
    public String brandPicture(String hash) {
        return brandPath + "/" + hash + ".png";
    }

    /** The signed-in contact; security lets nobody else reach a handler that asks. */
    public Contact member() {
        return contact.orElseThrow(() -> new IllegalStateException("nobody is signed in at " + path()));
    }

    /** The same page as a stranger sees it. */
    public PortalVisit ofNobody() {
        return new PortalVisit(
                workspace,
                Optional.empty(),
                Optional.empty(),
                device,
                texts,
                assets,
                csrf,
                Optional.empty(),
                here,
                brandPath);
    }

    /** Whether an operator looks at a draft: nothing runs there, and nothing is installed. */
    public boolean isPreview() {
        return !brandPath.equals(BRAND_PATH);
    }

    /** The same page as this contact sees it, without a session: for a look at it, not for a request. */
    public PortalVisit of(Contact other) {
        return new PortalVisit(
                workspace, Optional.of(other), session, device, texts, assets, csrf, notice, here, brandPath);
    }

    public ContactId memberId() {
        return member().id();
    }

    public Actor actor() {
        return contact.<Actor>map(member -> new Actor.Contact(member.id(), device.ip()))
                .orElseGet(() -> new Actor.Stranger(device.ip()));
    }
}
