package io.portico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor.Page;
import io.portico.access.ContactSessions;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.OperatorInvitations;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.contacts.imports.Imports;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorId;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.outreach.Letter;
import io.portico.outreach.LoginEmails;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.PortalController;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, asked over HTTP by those who may not: strangers, neighbours, lower roles, forgers. */
@TestInstance(Lifecycle.PER_CLASS)
class RoutesTests extends ConsoleTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"");

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
            portal GET /brand.css
            portal GET /error
            portal GET /favicon.ico
            portal GET /icon.svg
            portal GET /in
            portal GET /in/
            portal GET /in/{token}
            portal GET /in/{token}/renew
            portal GET /sign-in
            portal GET /sign-in/code
            portal POST /error
            portal POST /in/{token}
            portal POST /in/{token}/renew
            portal POST /language
            portal POST /sign-in
            portal POST /sign-in/code
            """;

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    MagicLinks links;

    @Autowired
    ContactSessions sessions;

    @Autowired
    LoginEmails loginEmails;

    @Autowired
    Mailbox mailbox;

    @Autowired
    OperatorInvitations invitations;

    @Autowired
    Imports imports;

    private Workspace acme;
    private Workspace neighbour;
    private Map<String, String> ours;
    private Map<String, String> theirs;
    private Visitor owner;

    record Route(String site, String method, String path, HandlerMethod handler) {
        boolean isInWorkspace() {
            return path.contains("{workspace}");
        }

        List<String> variables() {
            return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        }

        Permission needs() {
            return Objects.requireNonNull(handler.getMethodAnnotation(Needs.class))
                    .value();
        }

        String filled(Map<String, String> values) {
            return VARIABLE.matcher(path)
                    .replaceAll(variable -> values.getOrDefault(variable.group(1), "A".repeat(43)));
        }

        @Override
        public String toString() {
            return site + " " + method + " " + path;
        }
    }

    @BeforeAll
    void twoWorkspaces() {
        acme = aWorkspace();
        neighbour = aWorkspace();
        ours = thingsIn(acme);
        theirs = thingsIn(neighbour);
        owner = signedIn(acme, Role.OWNER);
    }

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

    @TestFactory
    Stream<DynamicTest> hideOtherWorkspaces() {
        return each(routes().filter(Route::isInWorkspace), route -> {
            String unknown = answerOf(route, with(theirs, "workspace", "nobody-here"));

            assertThat(answerOf(route, theirs)).isEqualTo(unknown).startsWith("404");
        });
    }

    @TestFactory
    Stream<DynamicTest> hideTheThingsOfOtherWorkspaces() {
        return each(routes().filter(route -> route.variables().size() > 1 && route.isInWorkspace()), route -> {
            assertThat(theirs.keySet()).containsAll(route.variables());
            String slug = acme.slug().value();
            String unknown = answerOf(route, with(nothings(), "workspace", slug));

            assertThat(answerOf(route, with(theirs, "workspace", slug)))
                    .isEqualTo(unknown)
                    .startsWith("404");
        });
    }

    @TestFactory
    Stream<DynamicTest> hideTheThingsOfOtherWorkspacesBelowOwnContacts() {
        return each(routes().filter(route -> route.path().matches(".*\\{contact}/.*\\{.*")), route -> {
            String unknown = answerOf(route, ownContactWith(nothings()));

            assertThat(answerOf(route, ownContactWith(theirs)))
                    .isEqualTo(unknown)
                    .startsWith("404");
        });
    }

    private Map<String, String> ownContactWith(Map<String, String> others) {
        return with(with(others, "workspace", acme.slug().value()), "contact", ours.get("contact"));
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

    /** The same for everybody, so a browser may keep it. */
    private static final Set<String> MAY_BE_KEPT =
            Set.of("portal GET /brand.css", "portal GET /icon.svg", "portal GET /favicon.ico");

    /** Mails bring styles of their own; they are shown in a sandbox where nothing runs. */
    private static final String SHOWS_A_MAIL = "console GET /w/{workspace}/mailbox/{mail}/html";

    @TestFactory
    Stream<DynamicTest> carryTheHeadersThatProtectThem() {
        Visitor member = aMember();
        return each(routes().filter(route -> !route.path().endsWith("/sign-out")), route -> {
            Visitor insider = route.site().equals("console") ? owner.twin() : member.twin();
            var stranger = new Visitor(installation.port(), hostOf(route));

            assertProtected(route, ask(insider, route, route.filled(ours)));
            assertProtected(route, ask(stranger, route, route.filled(ours)));
            assertProtected(route, stranger.postForged(route.filled(ours)));
        });
    }

    private Visitor aMember() {
        Visitor member = new Visitor(installation.port(), acme.slug() + ".localhost");
        ContactId kim = ContactId.parse(ours.get("contact")).orElseThrow();
        member.post(aLink(acme, kim).url().getPath());
        assertThat(member.get("/profile").status()).isEqualTo(200);
        return member;
    }

    private static void assertProtected(Route route, Page page) {
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .containsPattern("frame-ancestors '(none|self)'")
                .contains("base-uri 'none'")
                .doesNotContain("script-src 'unsafe", "unsafe-eval", "http:", "https:", "*");
        if (route.toString().equals(SHOWS_A_MAIL) && page.status() == 200) {
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("sandbox ")
                    .doesNotContain("allow-scripts", "allow-same-origin", "script-src");
        } else {
            assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe-inline");
        }
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isIn("DENY", "SAMEORIGIN");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        if (!MAY_BE_KEPT.contains(route.toString())) {
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
        if (route.site().equals("portal") && route.path().startsWith("/in")) {
            assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        }
        if (route.site().equals("portal") && page.header("Content-Type").startsWith("text/html")) {
            assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex\">");
        }
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

    /** What a visitor could tell apart: the status and the page, without what they sent themselves. */
    private String answerOf(Route route, Map<String, String> values) {
        String path = route.filled(values);
        Page page = ask(owner.twin(), route, path);
        return page.status() + " " + page.location() + "\n"
                + TOKEN.matcher(page.body()).replaceAll("").replace(path, "");
    }

    private static Page ask(Visitor visitor, Route route, String path) {
        return route.method().equals("GET") ? visitor.get(path) : visitor.post(path, "role", "member");
    }

    private String hostOf(Route route) {
        return route.site().equals("console") ? "localhost" : acme.slug() + ".localhost";
    }

    private static Stream<DynamicTest> each(Stream<Route> routes, Consumer<Route> check) {
        return routes.map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.accept(route)));
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        sitesOf(entry.getValue()).flatMap(site -> routes(site, entry.getKey(), entry.getValue())));
    }

    private static Stream<Route> routes(String site, RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> named = info.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> new Route(site, method.name(), path, handler)));
    }

    private static Stream<String> sitesOf(HandlerMethod handler) {
        Class<?> controller = handler.getBeanType();
        boolean console = AnnotatedElementUtils.hasAnnotation(controller, ConsoleController.class);
        boolean portal = AnnotatedElementUtils.hasAnnotation(controller, PortalController.class);
        return console == portal ? Stream.of("console", "portal") : Stream.of(console ? "console" : "portal");
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    /** Ids that never were. */
    private Map<String, String> nothings() {
        return theirs.keySet().stream()
                .collect(
                        Collectors.toMap(name -> name, name -> UUID.randomUUID().toString()));
    }

    /** One of everything that a path may name, by the name it has there. */
    private Map<String, String> thingsIn(Workspace workspace) {
        Contact kim = aContact().in(workspace);
        OperatorId boss = ownerOf(workspace).id();
        MadeLink spent = aLink(workspace, kim.id());
        new Visitor(installation.port(), workspace.slug() + ".localhost")
                .post(spent.url().getPath());
        var run = loginEmails.send(workspace.id(), Selection.of(kim.id()), Letter.PLAIN, by(boss));
        var invited = EmailAddress.of("invited-" + workspace.slug() + "@example.com");
        invitations.invite(workspace.id(), invited, Role.MEMBER, new ActingOperator(boss, Role.OWNER, "203.0.113.7"));
        byte[] csv = "First name,E-mail\nMinji,minji@example.com\n".getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "workspace", workspace.slug().value(),
                "contact", kim.id().toString(),
                "link", aLink(workspace, kim.id()).id().toString(),
                "session", sessions.of(workspace.id(), kim.id()).getFirst().id().toString(),
                "run", run.toString(),
                "mail", aMailIn(workspace).id().toString(),
                "operator", boss.toString(),
                "invitation", invitations.open(workspace.id()).getFirst().id().toString(),
                "import",
                        imports.upload(workspace.id(), "people.csv", new ByteArrayInputStream(csv), boss)
                                .toString());
    }

    private MadeLink aLink(Workspace workspace, ContactId contact) {
        var wanted = new NewLink(contact, LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(workspace.id(), wanted, PORTICO);
    }

    private MailboxEntry aMailIn(Workspace workspace) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> mailbox.latest(workspace.id(), 1, Optional.empty()), mails -> !mails.isEmpty())
                .getFirst();
    }
}
