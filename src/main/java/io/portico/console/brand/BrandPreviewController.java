package io.portico.console.brand;

import gg.jte.models.runtime.JteModel;
import io.portico.portal.PortalPreviews;
import io.portico.web.BrandFiles;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.MailPictures;
import io.portico.web.Needs;
import io.portico.web.PortalVisit;
import io.portico.workspace.Brands;
import io.portico.workspace.Permission;
import io.portico.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Portal and mail in the clothes of the draft, each a document that the brand's page shows in a frame. */
@ConsoleController
class BrandPreviewController {
    /** Nothing runs, nothing is sent and nothing comes from elsewhere; style and pictures come with the operator's session. */
    private static final String PAGE_POLICY = "sandbox allow-same-origin; default-src 'none'; style-src 'self'; "
            + "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /** Mails bring styles of their own, so here not even the origin is shared. */
    private static final String MAIL_POLICY =
            "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Brands brands;
    private final PortalPreviews portal;
    private final SampleMails mails;
    private final MailPictures pictures;

    BrandPreviewController(Brands brands, PortalPreviews portal, SampleMails mails, MailPictures pictures) {
        this.brands = brands;
        this.portal = portal;
        this.mails = mails;
        this.pictures = pictures;
    }

    @GetMapping("/w/{workspace}/settings/brand/preview/sign-in")
    @Needs(Permission.MANAGE_WORKSPACE)
    ResponseEntity<byte[]> signIn(ConsoleVisit visit) {
        return page(portal.signIn(asClient(visit)));
    }

    @GetMapping("/w/{workspace}/settings/brand/preview/home")
    @Needs(Permission.MANAGE_WORKSPACE)
    ResponseEntity<byte[]> home(ConsoleVisit visit) {
        return page(portal.home(asClient(visit)));
    }

    @GetMapping("/w/{workspace}/settings/brand/preview/mail")
    @Needs(Permission.MANAGE_WORKSPACE)
    ResponseEntity<byte[]> mail(ConsoleVisit visit) {
        String html = pictures.putInto(mails.loginEmail(drafted(visit), visit.texts()), visit.workspaceId());
        return document(html.getBytes(StandardCharsets.UTF_8), MAIL_POLICY);
    }

    @GetMapping("/w/{workspace}/brand.css")
    @Needs(Permission.MANAGE_WORKSPACE)
    ResponseEntity<String> style(ConsoleVisit visit) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(BrandFiles.style(brands.latest(visit.workspaceId())));
    }

    private Workspace drafted(ConsoleVisit visit) {
        return visit.workspace().wearing(brands.latest(visit.workspaceId()));
    }

    private PortalVisit asClient(ConsoleVisit visit) {
        return new PortalVisit(
                drafted(visit),
                Optional.empty(),
                Optional.empty(),
                visit.device(),
                visit.texts(),
                visit.assets(),
                "",
                Optional.empty(),
                "/",
                visit.at("/brand"));
    }

    private static ResponseEntity<byte[]> page(JteModel page) {
        return document(page.render().getBytes(StandardCharsets.UTF_8), PAGE_POLICY);
    }

    private static ResponseEntity<byte[]> document(byte[] html, String policy) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(html);
    }
}
