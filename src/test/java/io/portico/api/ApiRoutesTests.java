package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.ContactSessions;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.Redemption;
import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import io.portico.automation.Automations;
import io.portico.automation.Recipe;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.Secret;
import io.portico.outreach.Invitations;
import io.portico.outreach.RunWords;
import io.portico.workspace.Workspace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, asked by strangers, by keys of other workspaces, and with each scope alone. */
class ApiRoutesTests extends ApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    /** Open to everybody in the world. */
    private static final String DOCUMENT = "GET /api/v1/openapi.json";

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    MagicLinks links;

    @Autowired
    Redemption redemption;

    @Autowired
    ContactSessions sessions;

    @Autowired
    Invitations invitations;

    @Autowired
    Automations automations;

    record Route(String method, String path, HandlerMethod handler) {
        ApiScope needs() {
            return Objects.requireNonNull(handler.getMethodAnnotation(NeedsScope.class), path)
                    .value();
        }

        boolean namesSomething() {
            return path.contains("{");
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

    private static Reply ask(Program program, Route route, String path) {
        return route.method().equals("GET") || route.method().equals("DELETE")
                ? program.send(route.method(), path, "", "")
                : program.send(route.method(), path, "application/json", "{}");
    }

    private Map<String, String> thingsIn(Workspace workspace) {
        Contact kim = aContact().in(workspace);
        var run = invitations.send(workspace.id(), Selection.of(kim.id()), List.of(), RunWords.NONE, PORTICO);
        Secret secret = Secret.parse(aLink(workspace, kim).url().getPath().substring("/in/".length()))
                .orElseThrow();
        redemption.byLink(workspace.id(), secret, new Device("203.0.113.7", "Test"));
        Map<String, String> things = new HashMap<>();
        things.put("contact", kim.id().toString());
        things.put("link", aLink(workspace, kim).id().toString());
        things.put("run", run.toString());
        things.put(
                "automation",
                automations
                        .switchOn(workspace.id(), Recipe.WELCOME, "Welcome", PORTICO)
                        .orElseThrow()
                        .id()
                        .toString());
        things.put(
                "session", sessions.of(workspace.id(), kim.id()).getFirst().id().toString());
        return things;
    }

    private MadeLink aLink(Workspace workspace, Contact contact) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(workspace.id(), wanted, PORTICO);
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

        assertThat(routes().stream().filter(Route::namesSomething))
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
            Reply refused = ask(aProgram(acme, others), route, route.filled(ours));
            assertThat(refused.status()).as(route.toString()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("missing_scope");
        }
        for (Route route : routes()) {
            Map<String, String> things = route.namesSomething() ? thingsIn(acme) : ours;
            Reply let = ask(aProgram(acme, route.needs()), route, route.filled(things));
            assertThat(let.status()).as(route + let.text()).isIn(200, 201, 204, 409, 415, 422);
        }
    }

    @Test
    void nameAScopeThatSaysWhetherTheyWrite() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.needs().text())
                        .as(route.toString())
                        .endsWith(route.method().equals("GET") ? ":read" : ":write"));
        assertThat(routes().stream().map(Route::needs).distinct())
                .as("scopes that open something")
                .containsAll(Stream.of(ApiScope.values())
                        .filter(scope -> scope != ApiScope.TEMPLATES_READ)
                        .toList());
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
