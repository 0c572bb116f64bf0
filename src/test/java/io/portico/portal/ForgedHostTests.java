package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.kernel.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests written by hand, byte for byte, whose hosts and forwarded headers lie. */
class ForgedHostTests extends PortalTest {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/in/[A-Za-z0-9_-]{43}");

    /** Lines that a request may bring beside a right Host; HOST and PORT are the portal's own. */
    static Stream<String> lies() {
        return Stream.of(
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Host: evil.example, HOST",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 4443",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Server: evil.example",
                "X-Forwarded-For: 198.51.100.1",
                "Forwarded: for=198.51.100.1;host=evil.example;proto=https",
                "Forwarded: host=\"evil.example\"",
                "X-Host: evil.example",
                "X-Original-Host: evil.example",
                "X-HTTP-Host-Override: evil.example",
                "X-Original-URL: http://evil.example/sign-in",
                "X-Rewrite-URL: //evil.example/",
                "Origin: http://evil.example",
                "Referer: http://evil.example/sign-in",
                "Via: 1.1 evil.example");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void neverReachTheMailedLink(String lie) {
        String answer = askForALink("POST /sign-in HTTP/1.1", "Host: " + ownHost(), lie.replace("HOST", ownHost()));

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
        assertThat(mailedLink()).startsWith(installation.portal(acme.slug().value()) + "/in/");
        assertThat(sessionsAddress()).isEmpty();
    }

    @Test
    void neverReachTheMailedLinkThroughAnAbsoluteRequestLine() {
        String answer = askForALink("POST http://" + ownHost() + "/sign-in HTTP/1.1", "Host: " + ownHost());

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(mailedLink()).startsWith(installation.portal(acme.slug().value()) + "/in/");
    }

    @Test
    void neverReachTheMailedLinkThroughAnotherSpellingOfTheHost() {
        String answer = askForALink(
                "POST /sign-in HTTP/1.1",
                "Host: " + ownHost().toUpperCase(java.util.Locale.ROOT).replace("" + installation.port(), "1"));

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(mailedLink()).startsWith(installation.portal(acme.slug().value()) + "/in/");
    }

    /** No mail is ordered, and no page tells that there is a portal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /sign-in HTTP/1.1|Host: HOST|Host: evil.example",
                "POST /sign-in HTTP/1.1|Host: evil.example|Host: HOST",
                "POST /sign-in HTTP/1.1|Host: HOST|Host: HOST",
                "POST http://evil.example/sign-in HTTP/1.1|Host: HOST",
                "POST http://HOST/sign-in HTTP/1.1|Host: evil.example",
                "POST http://HOST@evil.example/sign-in HTTP/1.1|Host: HOST",
                "POST /sign-in HTTP/1.1|Host: HOST@evil.example",
                "POST /sign-in HTTP/1.1|Host: evil.example:PORT",
                "POST /sign-in HTTP/1.1|Host: HOST.evil.example",
                "POST /sign-in HTTP/1.1|Host: evil.example#HOST",
                "POST /sign-in HTTP/1.1|Host: evil.example/HOST",
                "POST /sign-in HTTP/1.1|Host: HOST, evil.example",
                "POST /sign-in HTTP/1.1|Host: ",
                "POST /sign-in HTTP/1.1",
                "POST /sign-in HTTP/1.0",
                "POST //evil.example/sign-in HTTP/1.1|Host: evil.example",
                "POST /sign-in HTTP/1.1|Host: evil.example|X-Forwarded-Host: HOST",
                "POST /sign-in HTTP/1.1|Host: evil.example|Forwarded: host=HOST"
            })
    void leadNowhere(String lines) {
        String[] head = lines.replace("HOST", ownHost())
                .replace("PORT", String.valueOf(installation.port()))
                .split("\\|");
        String answer = askForALink(head[0], Stream.of(head).skip(1).toArray(String[]::new));

        assertThat(answer).containsPattern("^HTTP/1.1 (400|404) ");
        assertThat(answer)
                .doesNotContain(acme.name())
                .doesNotContainIgnoringCase("set-cookie")
                .doesNotContain("Tomcat");
        if (answer.startsWith("HTTP/1.1 404")) {
            assertThat(answer).endsWith("Not found\n").contains("text/plain");
        }
        assertThat(ordered()).isEmpty();
    }

    private String ownHost() {
        return hostOf(acme) + ":" + installation.port();
    }

    /** Fetches a token from the page in the ordinary way, then sends the form with these lines. */
    private String askForALink(String requestLine, String... headers) {
        String page = send("GET /sign-in HTTP/1.1", List.of("Host: " + ownHost()), "");
        String csrf = first("name=\"_csrf\" value=\"([^\"]+)\"", page);
        String cookie = first("(?i)set-cookie: (portico_csrf=[^;]+)", page);
        String body = "email=" + encoded(address(kim)) + "&_csrf=" + encoded(csrf);
        var all = new java.util.ArrayList<>(List.of(headers));
        all.add("Cookie: " + cookie);
        all.add("Content-Type: application/x-www-form-urlencoded");
        return send(requestLine, all, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private String send(String requestLine, List<String> headers, String body) {
        String head = requestLine + "\r\n" + String.join("\r\n", headers) + (headers.isEmpty() ? "" : "\r\n");
        String request = head + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (var socket = new Socket("localhost", installation.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String mailedLink() {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> letters().stream()
                                .flatMap(letter -> LINK.matcher(letter).results())
                                .map(found -> found.group())
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private List<String> letters() {
        return tenancy
                .in(
                        acme.id(),
                        () -> jdbc.sql("select source from mailbox_mail where recipient = ?")
                                .param(kim.email().map(EmailAddress::value).orElseThrow())
                                .query(String.class)
                                .list())
                .stream()
                .map(source -> source.replace("=\r\n", "").replace("=3D", "="))
                .toList();
    }

    /** Addresses in the log that are not the one of this machine. */
    private List<String> sessionsAddress() {
        return activity.latest(acme.id(), 100).stream()
                .flatMap(entry -> entry.address().stream())
                .filter(address -> address.startsWith("198.51.100"))
                .toList();
    }
}
