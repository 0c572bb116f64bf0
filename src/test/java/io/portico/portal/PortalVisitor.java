package io.portico.portal;

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

/** Somebody at a portal with a browser without scripts: keeps cookies, sends the page's CSRF token, follows nothing. */
final class PortalVisitor {
    static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final String host;
    private final Map<String, String> cookies = new HashMap<>();
    private String csrf = "";

    PortalVisitor(int port, String host) {
        this.port = port;
        this.host = host;
    }

    /** What came back. */
    record Page(HttpResponse<String> answer) {
        int status() {
            return answer.statusCode();
        }

        String body() {
            return answer.body();
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        String location() {
            return header("Location");
        }

        /** The whole Set-Cookie line of a cookie; empty when it was not set. */
        String cookieLine(String name) {
            return answer.headers().allValues("Set-Cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .findFirst()
                    .orElse("");
        }

        /** All that a stranger could compare: without tokens and time. */
        String comparable() {
            Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
            headers.remove("date");
            headers.remove("set-cookie");
            return status() + " " + new java.util.TreeMap<>(headers)
                    + TOKEN.matcher(body()).replaceAll("name=\"_csrf\" value=\"\"");
        }
    }

    Page get(String path, String... headers) {
        return send("GET", path, headers);
    }

    Page send(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Sends a form with the token of the page seen last; fields are names and values in turn. */
    Page post(String path, String... fields) {
        if (csrf.isEmpty()) {
            get("/sign-in/code");
        }
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", csrf));
        return postForged(path, all.toArray(String[]::new));
    }

    /** Sends a form as another site would make the browser do it. */
    Page postForged(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    boolean isSignedIn() {
        return cookies.containsKey("portico_session");
    }

    /** The same cookies taken to another host. */
    PortalVisitor at(String other) {
        var there = new PortalVisitor(port, other);
        there.cookies.putAll(cookies);
        return there;
    }

    PortalVisitor twin() {
        PortalVisitor twin = at(host);
        twin.csrf = csrf;
        return twin;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Host", host + ":" + port)
                .header("User-Agent", BROWSER);
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

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.contains("01 Jan 1970")) {
            cookies.remove(pair[0]);
            csrf = pair[0].contains("csrf") ? "" : csrf;
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
