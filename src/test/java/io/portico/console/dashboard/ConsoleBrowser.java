package io.portico.console.dashboard;

import io.portico.access.Device;
import io.portico.access.OperatorSessions;
import io.portico.kernel.OperatorId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the console for pages over HTTP, signed in as an operator. */
record ConsoleBrowser(URI console, String cookie) {
    static ConsoleBrowser of(URI console, OperatorSessions sessions, OperatorId operator) {
        String secret = sessions.open(operator, new Device("127.0.0.1", "test")).reveal();
        return new ConsoleBrowser(console, "portico_session=" + secret);
    }

    HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(console.resolve(path))
                .header("Cookie", cookie)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
