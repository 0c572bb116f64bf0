package io.portico.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Serves the style guide pages of the test resources with Portico's own assets, under the same content security policy
 * as Portico itself.
 */
final class StyleGuide implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
    private static final Map<String, String> KITS = Map.of(
            "tabler.min.css", "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "htmx.min.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "html", "text/html;charset=utf-8");

    private static final String MISSING = "<!DOCTYPE html><link rel=icon href='data:,'>Not found";

    private final HttpServer server;

    StyleGuide() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port for the style guide", e);
        }
        server.createContext("/assets/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/assets/".length());
            answer(exchange, name, resource(KITS.getOrDefault(name, "/static/" + name)));
        });
        server.createContext(
                "/brand.css",
                exchange -> answer(
                        exchange,
                        "brand.css",
                        ":root{--accent:#2f5bd0;--accent-text:#fff}".getBytes(StandardCharsets.UTF_8)));
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        exchange.getRequestURI().getPath(),
                        resource("/styleguide" + exchange.getRequestURI().getPath())));
        server.start();
    }

    /** {@code at("console.html")} is its address. */
    String at(String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + page;
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream content = StyleGuide.class.getResourceAsStream(path)) {
            return content == null ? new byte[0] : content.readAllBytes();
        }
    }

    private static void answer(HttpExchange exchange, String name, byte[] content) throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Type", TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), TYPES.get("html")));
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        boolean missing = content.length == 0;
        byte[] body = missing ? MISSING.getBytes(StandardCharsets.UTF_8) : content;
        exchange.sendResponseHeaders(missing ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
