package io.portico;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor.Page;
import io.portico.access.ContactSessions;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.OperatorInvitations;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.NewApiKey;
import io.portico.automation.Automations;
import io.portico.automation.Recipe;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.contacts.imports.Imports;
import io.portico.domains.PortalHosts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValues;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateChanges;
import io.portico.mail.content.TemplateKey;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.RunWords;
import io.portico.web.ConsoleController;
import io.portico.web.Needs;
import io.portico.web.PortalController;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import io.portico.webhooks.delivery.Deliveries;
import io.portico.webhooks.delivery.Delivery;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Brands;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.Picture;
import io.portico.workspace.images.PictureSize;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What tests of the routes share: all of them, and two workspaces with one of everything that a path may name. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RouteTest extends ConsoleTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

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
    Automations automations;

    @Autowired
    Imports imports;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Deliveries deliveries;

    @Autowired
    OwnValues values;

    @Autowired
    MailTemplates mails;

    @Autowired
    TemplateChanges changes;

    @Autowired
    Brands brands;

    @Autowired
    ApiKeys apiKeys;

    @Autowired
    PortalHosts hosts;

    Workspace acme;
    Workspace neighbour;
    Map<String, String> ours;
    Map<String, String> theirs;
    Visitor owner;

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

    static Page ask(Visitor visitor, Route route, String path) {
        return route.method().equals("GET") ? visitor.get(path) : visitor.post(path, "role", "member");
    }

    String hostOf(Route route) {
        return route.site().equals("console") ? "localhost" : acme.slug() + ".localhost";
    }

    static Stream<DynamicTest> each(Stream<Route> routes, Consumer<Route> check) {
        return routes.map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.accept(route)));
    }

    Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        sitesOf(entry.getValue()).flatMap(site -> routes(site, entry.getKey(), entry.getValue())))
                // Those of the API know no sessions and no forms: see its own tests.
                .filter(route -> !route.path().startsWith("/api/"));
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

    static Map<String, String> with(Map<String, String> values, String name, String value) {
        var changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    /** One of everything that a path may name, by the name it has there. */
    private Map<String, String> thingsIn(Workspace workspace) {
        Contact kim = aContact().in(workspace);
        OperatorId boss = ownerOf(workspace).id();
        MadeLink spent = aLink(workspace, kim.id());
        new Visitor(installation.port(), workspace.slug() + ".localhost")
                .post(spent.url().getPath());
        var run = loginEmails.send(workspace.id(), Selection.of(kim.id()), RunWords.NONE, by(boss));
        var invited = EmailAddress.of("invited-" + workspace.slug() + "@example.com");
        invitations.invite(workspace.id(), invited, Role.MEMBER, new ActingOperator(boss, Role.OWNER, "203.0.113.7"));
        byte[] csv = "First name,E-mail\nMinji,minji@example.com\n".getBytes(StandardCharsets.UTF_8);
        var hours = new OwnValue("hours_of_" + workspace.slug().value().replace('-', '_'), "9 to 5");
        values.add(workspace.id(), hours, by(boss));
        var key = new NewApiKey("Robot", ApiScope.all(), Optional.empty());
        Delivery delivery = aDeliveryIn(workspace);
        return Map.ofEntries(
                entry("automation", anAutomationIn(workspace)),
                entry("webhook", delivery.webhook().toString()),
                entry("delivery", delivery.id().toString()),
                entry("workspace", workspace.slug().value()),
                entry(
                        "key",
                        apiKeys.make(workspace.id(), key, by(boss))
                                .orElseThrow()
                                .key()
                                .id()
                                .toString()),
                entry("picture", aPictureOf(workspace)),
                entry("contact", kim.id().toString()),
                entry("link", aLink(workspace, kim.id()).id().toString()),
                entry(
                        "session",
                        sessions.of(workspace.id(), kim.id()).getFirst().id().toString()),
                entry("run", run.toString()),
                entry("mail", aMailIn(workspace).id().toString()),
                entry("operator", boss.toString()),
                entry(
                        "invitation",
                        invitations.open(workspace.id()).getFirst().id().toString()),
                entry("host", aHostOf(workspace)),
                entry(
                        "import",
                        imports.upload(workspace.id(), "people.csv", new ByteArrayInputStream(csv), boss)
                                .toString()),
                entry("value", hours.key()),
                entry("template", "invitation"),
                entry("language", "en"),
                entry("version", aVersionIn(workspace, boss)));
    }

    private String anAutomationIn(Workspace workspace) {
        return automations
                .switchOn(workspace.id(), Recipe.WAKE_DORMANT, "Wake", PORTICO)
                .orElseThrow()
                .id()
                .toString();
    }

    private String aHostOf(Workspace workspace) {
        String host = workspace.slug() + ".routes.test";
        hosts.claim(workspace.id(), host, PORTICO);
        return host;
    }

    private Delivery aDeliveryIn(Workspace workspace) {
        var wanted = new NewWebhook(
                CallTarget.parse("http://127.0.0.1:9/").orElseThrow(), "", EnumSet.of(WebhookEvent.CONTACT_CREATED));
        if (webhooks.add(workspace.id(), wanted, PORTICO) instanceof WebhookResult.Saved(Webhook webhook)) {
            aContact().in(workspace);
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> deliveries.page(workspace.id(), webhook.id(), Optional.empty(), Long.MAX_VALUE, 1),
                            found -> !found.isEmpty())
                    .getFirst();
        }
        throw new AssertionError("no webhook could be added");
    }

    private String aPictureOf(Workspace workspace) {
        byte[] content = workspace.slug().value().getBytes(StandardCharsets.UTF_8);
        brands.draftLogo(workspace.id(), new Picture(new PictureSize(1, 1), content));
        return brands.latest(workspace.id()).pictures().logo().orElseThrow().hash();
    }

    MadeLink aLink(Workspace workspace, ContactId contact) {
        var wanted = new NewLink(contact, LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(workspace.id(), wanted, PORTICO);
    }

    private String aVersionIn(Workspace workspace, OperatorId boss) {
        var key = new TemplateKey(MailTemplate.INVITATION, Language.EN);
        changes.save(workspace.id(), key, new MailWords("Come in", "", "Hello", "Join"), by(boss));
        return mails.versions(workspace.id(), key).getFirst().id().toString();
    }

    private MailboxEntry aMailIn(Workspace workspace) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> mailbox.latest(workspace.id(), 1, Optional.empty()), mails -> !mails.isEmpty())
                .getFirst();
    }
}
