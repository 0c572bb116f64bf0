package io.portico.portal;

import io.portico.web.BrandFiles;
import io.portico.web.NotFound;
import io.portico.web.OpenWhileSuspended;
import io.portico.web.PortalController;
import io.portico.web.Site;
import io.portico.workspace.Accent;
import io.portico.workspace.BrandImages;
import io.portico.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/**
 * What makes the portal look like the business: its colours, its pictures, and a letter until it has an icon. Without a
 * visit: style and pictures set no cookies and take no notice away from the page.
 */
@PortalController
@OpenWhileSuspended
class BrandController {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final BrandImages images;

    BrandController(BrandImages images) {
        this.images = images;
    }

    @GetMapping("/brand.css")
    ResponseEntity<String> colours(HttpServletRequest request) {
        return of(
                "text/css;charset=utf-8",
                BrandFiles.style(Site.portalOf(request).brand()));
    }

    /** Only on the host of the workspace whose picture it is. */
    @GetMapping("/brand/{picture}.png")
    ResponseEntity<byte[]> picture(HttpServletRequest request, @PathVariable String picture) {
        return images.find(Site.portalOf(request).id(), picture)
                .map(png -> BrandFiles.picture(png, true))
                .orElseThrow(() -> new NotFound("picture"));
    }

    @GetMapping({"/icon.svg", "/favicon.ico"})
    ResponseEntity<String> icon(HttpServletRequest request) {
        Workspace workspace = Site.portalOf(request);
        Accent accent = workspace.accent();
        return of("image/svg+xml;charset=utf-8", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" \
                fill="%s"/><text x="32" y="33" fill="%s" font-family="system-ui,sans-serif" font-size="36" \
                font-weight="650" text-anchor="middle" dominant-baseline="central">%s</text></svg>
                """.formatted(
                        accent, accent.ink(), HtmlUtils.htmlEscape(workspace.initial(), "UTF-8")));
    }

    private static ResponseEntity<String> of(String type, String content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(content);
    }
}
