package io.portico.portal;

import io.portico.web.Assets;
import io.portico.web.BrandFiles;
import io.portico.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a portal's service worker: the script of {@code portal/sw.js} with the addresses that it may keep. Its version
 * is a mark of all that it keeps, so a new look or a new Portico makes the browser take it anew.
 */
@Component
class ServiceWorker {
    private final String script;
    private final Assets assets;
    private final JsonMapper json;

    ServiceWorker(Assets assets, JsonMapper json) {
        this.assets = assets;
        this.json = json;
        try {
            this.script = new ClassPathResource("portal/sw.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(Workspace workspace) {
        List<String> shell = List.of(
                assets.url("portal.css"),
                assets.url("portico.js"),
                assets.url("portal-app.js"),
                BrandFiles.styleAddress("/brand", workspace.brand()));
        String list = json.writeValueAsString(shell);
        return script.replace("__SHELL__", list)
                .replace("__VERSION__", mark(script + list + workspace.brand() + workspace.language()));
    }

    private static String mark(String all) {
        var crc = new CRC32();
        crc.update(all.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
