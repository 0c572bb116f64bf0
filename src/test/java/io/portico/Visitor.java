package io.portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console with a browser: keeps cookies, sends the CSRF token of the page, follows no redirect. */
public final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String site;
    private final String host;
    private final Map<String, String> cookies = new HashMap<>();
    private String csrf = "";

    public Visitor(int port) {
        this(port, "localhost");
    }

    /** Somebody who asks for another site of the same Portico. */
    public Visitor(int port, String host) {
        this("http://localhost:" + port, host + ":" + port);
    }

    private Visitor(String site, String host) {
        this.site = site;
        this.host = host;
    }

    /** What came back. */
    public record Page(HttpResponse<String> answer) {
        public int status() {
            return answer.statusCode();
        }

        public String body() {
            return answer.body();
        }

        public String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        public String location() {
            return header("Location");
        }
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Asks with an {@code Authorization} header beside the cookies. */
    public Page getAs(String authorization, String path) {
        return send(request(path).header("Authorization", authorization).GET());
    }

    /** Sends a form as the page would; fields are names and values in turn. */
    public Page post(String path, String... fields) {
        if (csrf.isEmpty()) {
            get(cookies.containsKey("portico_session") ? "/workspaces/new" : "/sign-in");
        }
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", csrf));
        return postForged(path, all.toArray(String[]::new));
    }

    /** Asks as a script of the page would: without fields, the CSRF token in a header. */
    public Page postWithHeader(String path) {
        if (csrf.isEmpty()) {
            get(cookies.containsKey("portico_session") ? "/workspaces/new" : "/sign-in");
        }
        return send(request(path).header("X-CSRF-Token", csrf).POST(BodyPublishers.noBody()));
    }

    /** Sends a form as another site would make the browser do it. */
    public Page postForged(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Sends JSON as a program would. */
    public Page postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Uploads a file in the field {@code file}, as the page's form would. */
    public Page upload(String path, String fileName, byte[] content) {
        String boundary = "----PorticoTestBoundary";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        String end = "\r\n--" + boundary + "--\r\n";
        return send(request(path + "?_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8), content, end.getBytes(StandardCharsets.UTF_8)))));
    }

    /** With one more cookie. */
    public Visitor withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** A browser that has the same cookies now. */
    public Visitor twin() {
        return twinAt(URI.create(site).getPort());
    }

    /** The same browser after Portico came back on another port. */
    public Visitor twinAt(int port) {
        var twin = new Visitor(port, host.substring(0, host.indexOf(':')));
        twin.cookies.putAll(cookies);
        return twin;
    }

    /** The same browser when the balancer leads it to another node. */
    Visitor at(int port) {
        var visitor = new Visitor("http://localhost:" + port, host);
        visitor.cookies.putAll(cookies);
        return visitor;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Accept-Language", "en")
                .header("Host", host);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var page = new Page(CLIENT.send(request.build(), BodyHandlers.ofString()));
            page.answer().headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher token = TOKEN.matcher(page.body());
            csrf = token.find() ? token.group(1) : csrf;
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes a cookie as if an answer had set it. */
    void keep(String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.contains("Expires=Thu, 01 Jan 1970")) {
            cookies.remove(pair[0]);
            csrf = pair[0].contains("csrf") ? "" : csrf;
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
