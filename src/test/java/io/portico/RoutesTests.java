package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor.Page;
import io.portico.web.ConsoleVisit;
import io.portico.web.KnocksAt;
import io.portico.web.Needs;
import io.portico.workspace.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route there is, asked over HTTP by those who may not: strangers, lower roles, forgers. */
class RoutesTests extends RouteTest {
    /** A route that is added here is open to everybody in the world: think of limits, and of what it tells. */
    private static final String OPEN = """
            console GET /error
            console GET /forgot-password
            console GET /join/{secret}
            console GET /reset-password/{secret}
            console GET /set-up/{secret}
            console GET /sign-in
            console POST /error
            console POST /forgot-password
            console POST /join/{secret}
            console POST /language
            console POST /reset-password/{secret}
            console POST /set-up/{secret}
            console POST /sign-in
            console POST /sign-in/passkey
            console POST /sign-in/passkey/options
            portal GET /.well-known/apple-app-site-association
            portal GET /.well-known/assetlinks.json
            portal GET /app.webmanifest
            portal GET /brand.css
            portal GET /brand/{picture}.png
            portal GET /error
            portal GET /favicon.ico
            portal GET /icon.svg
            portal GET /in
            portal GET /in/
            portal GET /in/{token}
            portal GET /in/{token}/renew
            portal GET /offline
            portal GET /sign-in
            portal GET /sign-in/code
            portal GET /sw.js
            portal POST /error
            portal POST /in/{token}
            portal POST /in/{token}/renew
            portal POST /language
            portal POST /sign-in
            portal POST /sign-in/code
            """;

    @Test
    void areOpenToStrangersOnlyHere() {
        assertThat(routes().filter(this::isOpenToStrangers).map(Route::toString).sorted())
                .containsExactlyElementsOf(OPEN.lines().toList());
    }

    private boolean isOpenToStrangers(Route route) {
        Page answer = ask(new Visitor(installation.port(), hostOf(route)), route, route.filled(ours));
        return answer.status() != 401
                && !(answer.status() == 303 && answer.location().startsWith("/sign-in"));
    }

    /** These count by themselves, or cost nobody anything. */
    private static final Set<String> WITHOUT_A_DOOR = Set.of(
            "portal POST /in/{token}",
            "portal POST /in/{token}/renew",
            "portal POST /language",
            "portal POST /error",
            "console POST /language",
            "console POST /sign-in/passkey/options",
            "console POST /error");

    @Test
    void countWhoKnocksWhereStrangersMaySendForms() {
        assertThat(routes().filter(route ->
                        OPEN.contains(route + "\n") && route.method().equals("POST")))
                .hasSizeGreaterThan(8)
                .allMatch(route -> WITHOUT_A_DOOR.contains(route.toString())
                        || route.handler().hasMethodAnnotation(KnocksAt.class));
    }

    @Test
    void nameWhatTheVisitorNeeds() {
        assertThat(routes().filter(Route::isInWorkspace)).hasSizeGreaterThan(20).allSatisfy(route -> {
            assertThat(route.handler().hasMethodAnnotation(Needs.class)).isTrue();
            assertThat(route.handler().getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == ConsoleVisit.class);
        });
        assertThat(routes().filter(route -> !route.isInWorkspace()))
                .noneMatch(route -> Arrays.stream(route.handler().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == ConsoleVisit.class));
    }

    /** A route that is added to the file or changed there: think of who may ask for it. */
    @Test
    void needWhatIsWrittenDown() throws IOException {
        assertThat(routes().filter(Route::isInWorkspace).map(RoutesTests::need).sorted())
                .containsExactlyElementsOf(Files.readAllLines(Path.of("src/test/resources/console-routes.txt")));
    }

    private static String need(Route route) {
        return route.needs() + " " + route.method() + " " + route.path();
    }

    @ParameterizedTest
    @EnumSource
    void areOpenToRolesByThePermissionTable(Role role) {
        Visitor visitor = signedIn(acme, role);

        assertThat(routes().filter(Route::isInWorkspace)
                        .filter(route -> route.method().equals("GET")))
                .allSatisfy(route -> {
                    Page page = ask(visitor, route, route.filled(ours));
                    assertThat(page.status() != 403)
                            .as("%s %d", route, page.status())
                            .isEqualTo(role.may(route.needs()));
                    assertThat(page.status()).as(route.toString()).isIn(200, 204, 403, 404, 422);
                });
        assertThat(routes().filter(Route::isInWorkspace)
                        .filter(route -> route.method().equals("POST") && !role.may(route.needs())))
                .allSatisfy(route -> {
                    Page page = ask(visitor, route, route.filled(ours));
                    assertThat(page.status()).as(route.toString()).isEqualTo(403);
                    assertThat(page.body()).contains("Your role does not allow this");
                });
    }

    @TestFactory
    Stream<DynamicTest> refuseForgedForms() {
        return each(routes().filter(route -> route.method().equals("POST")), route -> {
            var stranger = new Visitor(installation.port(), hostOf(route));

            assertThat(stranger.postForged(route.filled(ours)).status()).isEqualTo(403);
            if (route.site().equals("console")) {
                assertThat(owner.twin().postForged(route.filled(ours)).status()).isEqualTo(403);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> areNowhereOnUnknownHosts() {
        return each(routes(), route -> {
            var lost = new Visitor(installation.port(), "nobody.example.com");
            String path = route.filled(ours);
            Page page = route.method().equals("GET") ? lost.get(path) : lost.postForged(path);

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).isEqualTo("Not found\n");
        });
    }
}
