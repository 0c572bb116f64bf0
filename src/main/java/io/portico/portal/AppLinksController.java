package io.portico.portal;

import io.portico.apps.AppLinks;
import io.portico.web.NotFound;
import io.portico.web.PortalController;
import io.portico.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Where phones ask which apps may open this portal's links: no redirect, no session, 404 when there is no app. */
@PortalController
class AppLinksController {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final AppLinks links;

    AppLinksController(AppLinks links) {
        this.links = links;
    }

    @GetMapping("/.well-known/apple-app-site-association")
    ResponseEntity<String> ofApple(HttpServletRequest request) {
        return json(links.ofApple(Site.portalOf(request).id()));
    }

    @GetMapping("/.well-known/assetlinks.json")
    ResponseEntity<String> ofAndroid(HttpServletRequest request) {
        return json(links.ofAndroid(Site.portalOf(request).id()));
    }

    private static ResponseEntity<String> json(Optional<String> statement) {
        String content = statement.orElseThrow(() -> new NotFound("app"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(content);
    }
}
