package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.apps.WebManifest;
import io.portico.apps.WebManifest.Shortcut;
import io.portico.web.Answer;
import io.portico.web.Languages;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import io.portico.web.Site;
import io.portico.web.Texts;
import io.portico.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** What makes the portal an app that can be installed: manifest, service worker, and the page without a connection. */
@PortalController
class AppController {
    private final Templates templates;
    private final Languages languages;
    private final ServiceWorker worker;
    private final JsonMapper json;

    AppController(Templates templates, Languages languages, ServiceWorker worker, JsonMapper json) {
        this.templates = templates;
        this.languages = languages;
        this.worker = worker;
        this.json = json;
    }

    @GetMapping("/app.webmanifest")
    ResponseEntity<byte[]> manifest(HttpServletRequest request) {
        Workspace workspace = Site.portalOf(request);
        Texts texts = languages.texts(workspace.language(), workspace.timeZone());
        var shortcuts = List.of(
                new Shortcut(texts.t("portal.nav.profile"), "/profile"),
                new Shortcut(texts.t("portal.nav.sessions"), "/sessions"));
        return asked("application/manifest+json", json.writeValueAsString(WebManifest.of(workspace, shortcuts)));
    }

    @GetMapping("/sw.js")
    ResponseEntity<byte[]> worker(HttpServletRequest request) {
        return asked("text/javascript", worker.of(Site.portalOf(request)));
    }

    /** The same for everybody: it is kept in the app, so it knows nobody. */
    @GetMapping("/offline")
    Answer offline(PortalVisit visit) {
        return Answer.page(templates.portalOffline(new OfflinePage(visit.ofNobody())));
    }

    /** Browsers ask each time whether it changed, as the look may. */
    private static ResponseEntity<byte[]> asked(String type, String content) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
