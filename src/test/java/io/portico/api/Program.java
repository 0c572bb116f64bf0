package io.portico.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API: with a key, without cookies. */
public final class Program {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final List<String> headers;

    private Program(int port, List<String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** @param key empty for a stranger */
    public static Program with(int port, String key) {
        return new Program(port, key.isEmpty() ? List.of() : List.of("Authorization", "Bearer " + key));
    }

    /** The same program, sending one more header. */
    public Program and(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Program(port, more);
    }

    /** What came back. */
    public record Reply(HttpResponse<String> answer) {
        public int status() {
            return answer.statusCode();
        }

        public String text() {
            return answer.body();
        }

        public JsonNode json() {
            return JSON.readTree(answer.body());
        }

        public String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        public String code() {
            return json().path("code").asString("");
        }
    }

    public Reply get(String path) {
        return send("GET", path, "", "");
    }

    public Reply delete(String path) {
        return send("DELETE", path, "", "");
    }

    /** @param json written with ' for " where that is easier to read */
    public Reply post(String path, String json) {
        return send("POST", path, "application/json", json.replace('\'', '"'));
    }

    public Reply post(String path) {
        return send("POST", path, "", "");
    }

    public Reply put(String path) {
        return send("PUT", path, "", "");
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, "application/json", json.replace('\'', '"'));
    }

    public Reply send(String method, String path, String type, String body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
