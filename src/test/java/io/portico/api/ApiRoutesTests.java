package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, asked by strangers, by keys of other workspaces, and with each scope alone. */
class ApiRoutesTests extends ApiThingsTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    /** Open to everybody in the world. */
    private static final String DOCUMENT = "GET /api/v1/openapi.json";

    @Autowired
    RequestMappingHandlerMapping mapping;

    private final Map<Set<ApiScope>, Program> programs = new HashMap<>();
    private final AtomicReference<Described> described = new AtomicReference<>();

    record Route(String method, String path, HandlerMethod handler) {
        ApiScope needs() {
            return Objects.requireNonNull(handler.getMethodAnnotation(NeedsScope.class), path)
                    .value();
        }

        boolean namesSomething() {
            return path.contains("{");
        }

        /** Templates and keys of custom values are words that every workspace has. */
        boolean namesSomethingByItsId() {
            return namesSomething() && !path.contains("{template}") && !path.contains("{value}");
        }

        String filled(Map<String, String> values) {
            return VARIABLE.matcher(path).replaceAll(variable -> values.getOrDefault(variable.group(1), "x"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, entry.getValue()))))
                .filter(route -> !route.toString().equals(DOCUMENT))
                .toList();
    }

    /** Whatever is answered, the document says that it may be. */
    private Reply ask(Program program, Route route, String path) {
        Reply reply = route.method().equals("GET") || route.method().equals("DELETE")
                ? program.send(route.method(), path, "", "")
                : program.send(route.method(), path, "application/json", "{}");
        described.updateAndGet(known -> known == null ? aDocument() : known).holds(route.method(), route.path(), reply);
        return reply;
    }

    private Described aDocument() {
        return new Described(aStranger().get("/api/v1/openapi.json").json());
    }

    @Test
    void areMany() {
        assertThat(routes()).hasSizeGreaterThan(30);
    }

    @Test
    void areClosedToStrangers() {
        Map<String, String> ours = thingsIn(acme);
        assertThat(routes()).allSatisfy(route -> {
            Reply reply = ask(aStranger(), route, route.filled(ours));
            assertThat(reply.status()).as(route.toString()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).isNotEmpty();
        });
    }

    @Test
    void hideTheThingsOfOtherWorkspaces() {
        Map<String, String> theirs = thingsIn(aWorkspace());
        Map<String, String> nothings = new HashMap<>();
        theirs.keySet().forEach(name -> nothings.put(name, UUID.randomUUID().toString()));

        assertThat(routes().stream().filter(Route::namesSomethingByItsId))
                .hasSizeGreaterThan(15)
                .allSatisfy(route -> {
                    assertThat(theirs).containsKeys(variables(route));
                    Reply unknown = ask(robot, route, route.filled(nothings));
                    Reply other = ask(robot, route, route.filled(theirs));
                    Reply odd = ask(robot, route, route.filled(Map.of()));

                    assertThat(unknown.status()).as(route.toString()).isEqualTo(404);
                    assertThat(other.status()).as(route.toString()).isEqualTo(404);
                    assertThat(other.text()).as(route.toString()).isEqualTo(unknown.text());
                    assertThat(odd.text()).as(route.toString()).isEqualTo(unknown.text());
                });
    }

    private static String[] variables(Route route) {
        return VARIABLE.matcher(route.path())
                .results()
                .map(found -> found.group(1))
                .toArray(String[]::new);
    }

    @Test
    void areOpenToTheirOwnScopeAndNoOther() {
        Map<String, String> ours = thingsIn(acme);
        for (Route route : routes()) {
            ApiScope[] others = Arrays.stream(ApiScope.values())
                    .filter(scope -> scope != route.needs())
                    .toArray(ApiScope[]::new);
            Reply refused = ask(programWith(others), route, route.filled(ours));
            assertThat(refused.status()).as(route.toString()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("missing_scope");
        }
        for (Route route : routes()) {
            Map<String, String> things = route.namesSomething() ? thingsIn(acme) : ours;
            Reply let = ask(programWith(route.needs()), route, route.filled(things));
            assertThat(let.status()).as(route + let.text()).isIn(200, 201, 204, 409, 415, 422);
        }
    }

    private Program programWith(ApiScope... scopes) {
        return programs.computeIfAbsent(Set.of(scopes), all -> aProgram(acme, scopes));
    }

    @Test
    void nameAScopeThatSaysWhetherTheyWrite() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.needs().text())
                        .as(route.toString())
                        .endsWith(route.method().equals("GET") ? ":read" : ":write"));
        assertThat(routes().stream().map(Route::needs).distinct())
                .as("scopes that open something")
                .contains(ApiScope.values());
    }

    @Test
    void areNowhereOnThePortal() {
        assertThat(routes()).allSatisfy(route -> {
            String portal = acme.slug() + ".localhost";
            var visitor = new io.portico.Visitor(installation.port(), portal);
            assertThat(visitor.get(route.filled(Map.of())).status())
                    .as(route.toString())
                    .isIn(303, 400, 404);
        });
    }
}
