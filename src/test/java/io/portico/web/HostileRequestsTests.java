package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.Device;
import io.portico.access.OperatorSessions;
import io.portico.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody's browser sends. */
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTests extends PorticoTest {
    @Autowired
    private OperatorSessions sessions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tone\":null,\"key\":\"x\",\"arguments\":[]}",
                "{\"tone\":\"WARNING\",\"key\":\"operators.invited\",\"arguments\":[\"call 555 0100\"]}",
                "{\"tone\":\"DONE\",\"key\":\"people.tagged\",\"arguments\":[\"many\",\"vip\"]}"
            })
    void aNoticeThatPorticoDidNotWriteIsNotShown(String notice) throws IOException {
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(notice.getBytes(StandardCharsets.UTF_8));

        for (String value : new String[] {cookie, cookie + ".", cookie + "." + cookie, ".", "%"}) {
            assertThat(answer("GET /sign-in HTTP/1.1", "localhost", "Cookie: portico_notice=" + value))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("555 0100");
        }
    }

    @Test
    void aNoticeIsShownOnTheHostItWasWrittenOnAlone() throws IOException {
        Workspace acme = aWorkspace();
        Visitor owner = signedIn(acme);
        Page changed = owner.post("/w/" + acme.slug() + "/settings", "workspaceLanguage", "en", "timeZone", "UTC");
        String notice = "Cookie: portico_notice=" + owner.cookie("portico_notice");

        assertThat(changed.status()).isEqualTo(303);
        assertThat(answer("GET /sign-in HTTP/1.1", "localhost", notice)).contains("role=\"status\"");
        assertThat(answer("GET /sign-in HTTP/1.1", acme.slug() + ".localhost", notice))
                .doesNotContain("role=\"status\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1",
                "GET /WEB-INF/x HTTP/1.1",
                "GET /META-INF/x HTTP/1.1",
                "GET /%2e%2e/x HTTP/1.1",
                "GET /in/{x} HTTP/1.1",
                "GET /in/x HTTP/1.1 y"
            })
    void whatTheServerRefusesByItselfCostsNoStackTrace(String line, CapturedOutput output) throws IOException {
        assertThat(answer(line, "localhost", "X: y")).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(answer(line, "nobody.example.com", "X: y")).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(output).doesNotContain("Exception", "\tat ");
    }

    @Test
    void formsThatNeverEndKeepNobodyOutOfThePortal() throws IOException {
        String host = aWorkspace().slug() + ".localhost";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i <= PortalTurns.AT_ONCE; i++) {
                slow.add(begun("POST /sign-in HTTP/1.1", host, "Content-Length: 100", "email="));
            }
            assertThat(answer("GET /sign-in HTTP/1.1", host, "X: y")).startsWith("HTTP/1.1 200");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aFileIsTakenFromOperatorsOnItsOwnPageAlone() {
        Workspace acme = aWorkspace();
        String path = "/w/" + acme.slug() + "/people/import";
        byte[] file = "Name,E-mail\n".getBytes(StandardCharsets.UTF_8);
        Visitor stranger = new Visitor(installation.port());
        stranger.get("/sign-in");
        Visitor owner = signedIn(acme);
        owner.get(path);

        assertThat(stranger.upload("/sign-in", "people.csv", file).status()).isEqualTo(415);
        assertThat(stranger.upload(path, "people.csv", file).status()).isEqualTo(415);
        assertThat(owner.upload("/sign-in", "people.csv", file).status()).isEqualTo(415);
        assertThat(owner.upload(path, "people.csv", file).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id[0]", "id[200]", "id[5000000]", "id[-1]", "id[x]"})
    void anIndexInAFieldsNameIsNoFault(String field) {
        Workspace acme = aWorkspace();

        Page answer = signedIn(acme).post("/w/" + acme.slug() + "/people/selected/tag", field, "x", "newTag", "vip");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aFormIsWhatItsFieldsSayAndNothingElse() throws IOException {
        Visitor visitor = new Visitor(installation.port());
        visitor.get("/sign-in");

        Page prefixed = visitor.post("/sign-in", "!email", "prefixed@example.com", "_email", "x", "password", "x");

        assertThat(prefixed.body()).doesNotContain("prefixed@example.com");
        assertThat(answer("GET /sign-in HTTP/1.1", "localhost", "next: /account"))
                .doesNotContain("value=\"/account\"");
        assertThat(answer("GET /sign-in?next=/account HTTP/1.1", "localhost", "X: y"))
                .contains("value=\"/account\"");
    }

    @Test
    void aFilterLongerThanAnyAddressIsCut() {
        Workspace acme = aWorkspace();

        Page answer = signedIn(acme)
                .post("/w/" + acme.slug() + "/people/selected/invite", "all", "true", "q", "x".repeat(10_000));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).hasSizeLessThan(1_000);
    }

    private Visitor signedIn(Workspace workspace) {
        var secret = sessions.open(ownerOf(workspace).id(), new Device("203.0.113.7", "Browser"));
        return new Visitor(installation.port()).withCookie("portico_session", secret.reveal());
    }

    private String answer(String requestLine, String host, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), installation.port())) {
            String request = requestLine + "\r\nHost: " + host + ":" + installation.port() + "\r\n" + header
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket begun(String line, String host, String header, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), installation.port());
        String request = line + "\r\nHost: " + host + "\r\n" + header
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
