package io.portico.console.people;

import io.portico.access.Device;
import io.portico.access.OperatorSessions;
import io.portico.kernel.OperatorId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An operator at the console over real HTTP, with the cookies and the CSRF token a browser would carry. */
final class ConsoleClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI console;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    ConsoleClient(URI console, OperatorSessions sessions, OperatorId operator) {
        this.console = console;
        cookies.put(
                "portico_session",
                sessions.open(operator, new Device("127.0.0.1", "test")).reveal());
    }

    /** An answer; {@link #text} is the body, {@link #location} where a redirect leads. */
    record Page(int status, String text, String location, Map<String, List<String>> headers) {}

    Page get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form with the token of the page seen last; the fields are names and values in turn. */
    Page post(String path, String... fields) {
        return send(form(path, token, fields));
    }

    Page postWithoutToken(String path, String... fields) {
        return send(form(path, "", fields));
    }

    /** Follows a redirect, as a browser does. */
    Page follow(Page answer) {
        if (answer.status() != 303) {
            throw new AssertionError("expected a redirect, got " + answer.status() + ": " + answer.text());
        }
        return get(answer.location());
    }

    Page upload(String path, String fileName, byte[] content, String... fields) {
        String boundary = "----PorticoTestBoundary";
        List<byte[]> parts = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        all.forEach((name, value) -> parts.add(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(content);
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        BodyPublisher body = BodyPublishers.ofByteArrays(parts);
        return send(request(path + "?_csrf=" + encoded(token))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    private HttpRequest.Builder form(String path, String csrf, String... fields) {
        List<String> pairs = new ArrayList<>();
        pairs.add("_csrf=" + encoded(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path)).header("Cookie", cookies());
    }

    /** As the header {@code Cookie} carries them. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Page(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.headers().map());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
