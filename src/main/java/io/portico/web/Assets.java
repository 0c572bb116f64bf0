package io.portico.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of static files, with a mark of their content so that browsers may keep them for a year. */
@Component
public class Assets {
    private static final Map<String, String> FOLDERS = Map.of(
            "tabler.min.css", "META-INF/resources/webjars/tabler__core/1.4.0/dist/css/",
            "htmx.min.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/");

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** Such as {@code /assets/portico.css?v=1f2e3d4c} for {@code portico.css}. */
    public String url(String file) {
        return addresses.computeIfAbsent(file, name -> "/assets/" + name + "?v=" + mark(name));
    }

    /** Where a file lies on the class path: Portico's own, or a WebJar's. */
    static String folderOf(String file) {
        return FOLDERS.getOrDefault(file, "static/");
    }

    private static String mark(String file) {
        try (InputStream content = new ClassPathResource(folderOf(file) + file).getInputStream()) {
            var crc = new CRC32();
            crc.update(content.readAllBytes());
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new IllegalStateException("no asset " + file, e);
        }
    }
}
