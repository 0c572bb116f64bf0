package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor.Page;
import io.portico.access.ContactSessions;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.OperatorSessions;
import io.portico.access.RedeemResult;
import io.portico.access.Redemption;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.NewApiKey;
import io.portico.automation.Automations;
import io.portico.automation.IncomingCalls;
import io.portico.automation.Recipe;
import io.portico.console.account.AccountTest;
import io.portico.contacts.Contact;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.function.SingletonSupplier;

/**
 * Every secret there is at every door there is, in its own workspace and in another: only the pair that belongs together
 * opens. A new secret is a new {@link Kind} here, and where it opens something a new {@link Door}.
 */
class SecretsAtDoorsTests extends AccountTest {
    private static final Device BROWSER = new Device("203.0.113.7", "Browser");

    /** What is kept of secrets in the database, and which kinds those are; a column that is missing here fails. */
    private static final Map<String, Set<Kind>> KEPT = Map.ofEntries(
            Map.entry(
                    "magic_link.token_hash",
                    EnumSet.of(
                            Kind.OPERATOR_LINK,
                            Kind.SELF_LINK,
                            Kind.LOGIN_EMAIL_LINK,
                            Kind.INVITATION_LINK,
                            Kind.AUTOMATION_LINK)),
            Map.entry("magic_link.code_hmac", EnumSet.of(Kind.CODE)),
            Map.entry("session.token_hash", EnumSet.of(Kind.CONTACT_SESSION)),
            Map.entry("operator_session.token_hash", EnumSet.of(Kind.OPERATOR_SESSION)),
            Map.entry("operator.password_hash", EnumSet.of(Kind.PASSWORD)),
            Map.entry("operator_invitation.token_hash", EnumSet.of(Kind.OPERATOR_INVITATION)),
            Map.entry("password_reset.token_hash", EnumSet.of(Kind.PASSWORD_RESET)),
            Map.entry("set_up_link.token_hash", EnumSet.of(Kind.SET_UP_LINK)),
            Map.entry("operator_half_way.token_hash", EnumSet.of(Kind.HALF_WAY)),
            Map.entry("operator_totp.secret", EnumSet.of(Kind.TOTP_CODE)),
            Map.entry("operator_recovery_code.code_hmac", EnumSet.of(Kind.RECOVERY_CODE)),
            Map.entry("api_key.token_hash", EnumSet.of(Kind.API_KEY)),
            Map.entry("automation.hook_hash", EnumSet.of(Kind.AUTOMATION_ADDRESS)));

    /** Hashes of what is no secret. */
    private static final Set<String> NO_SECRETS = Set.of(
            "operator_sign_in_try.address_hash",
            "code_try.address_hash",
            // Public keys, and challenges that were answered.
            "operator_passkey.credential",
            "passkey_challenge_spent.challenge_hash",
            // What it names is its content, shown to everybody or to the workspace.
            "brand_image.hash",
            "mail_words.hash",
            // Sent in the clear beside its signature; kept so that it counts once.
            "mailgun_token.token_hash",
            // For everybody to read in DNS.
            "portal_host.token",
            // Keys that sign what leaves, sealed; they open no door here.
            "webhook.secret",
            "webhook.former_secret");

    enum Kind {
        OPERATOR_LINK(Door.LINK_PAGE, Door.LINK_BUTTON, Door.NEW_LINK),
        SELF_LINK(Door.LINK_PAGE, Door.LINK_BUTTON, Door.NEW_LINK),
        LOGIN_EMAIL_LINK(Door.LINK_PAGE, Door.LINK_BUTTON, Door.NEW_LINK),
        INVITATION_LINK(Door.LINK_PAGE, Door.LINK_BUTTON, Door.NEW_LINK),
        AUTOMATION_LINK(Door.LINK_PAGE, Door.LINK_BUTTON, Door.NEW_LINK),
        CODE(Door.CODE_ENTRY),
        CONTACT_SESSION(Door.PORTAL_COOKIE),
        OPERATOR_SESSION(Door.CONSOLE_COOKIE),
        PASSWORD(Door.OPERATOR_SIGN_IN),
        /** What the browser holds between the password and the second step. */
        HALF_WAY(Door.SECOND_STEP_PAGE),
        TOTP_CODE(Door.SECOND_STEP),
        RECOVERY_CODE(Door.SECOND_STEP),
        OPERATOR_INVITATION(Door.JOIN_PAGE, Door.JOIN_BUTTON),
        PASSWORD_RESET(Door.RESET_PAGE, Door.RESET_BUTTON),
        API_KEY(Door.API),
        AUTOMATION_ADDRESS(Door.AUTOMATION),
        /** Opens nothing where there are operators; where there are none, see the tests of the set-up. */
        SET_UP_LINK,
        CSRF_TOKEN(Door.FORM),
        /** The cookie half of the CSRF token: useless in a form. */
        CSRF_COOKIE,
        NOTICE_COOKIE;

        private final Set<Door> opens;

        Kind(Door... opens) {
            this.opens = Set.of(opens);
        }

        boolean opens(Door door, boolean here) {
            return opens.contains(door) && (here || door.isOfTheWholeConsole());
        }
    }

    enum Door {
        LINK_PAGE,
        LINK_BUTTON,
        NEW_LINK,
        CODE_ENTRY,
        PORTAL_COOKIE,
        CONSOLE_COOKIE,
        OPERATOR_SIGN_IN,
        SECOND_STEP_PAGE,
        SECOND_STEP,
        JOIN_PAGE,
        JOIN_BUTTON,
        RESET_PAGE,
        RESET_BUTTON,
        SET_UP_PAGE,
        SET_UP_BUTTON,
        API,
        AUTOMATION,
        FORM;

        boolean isInThePath() {
            return this != SECOND_STEP_PAGE && name().endsWith("_PAGE")
                    || name().endsWith("_BUTTON")
                    || this == NEW_LINK;
        }

        /** Whose secret names the place by itself: the same door for every workspace. */
        boolean isOfTheWholeConsole() {
            return switch (this) {
                case OPERATOR_SIGN_IN,
                        SECOND_STEP_PAGE,
                        SECOND_STEP,
                        JOIN_PAGE,
                        JOIN_BUTTON,
                        RESET_PAGE,
                        RESET_BUTTON,
                        AUTOMATION -> true;
                case LINK_PAGE,
                        LINK_BUTTON,
                        NEW_LINK,
                        CODE_ENTRY,
                        PORTAL_COOKIE,
                        CONSOLE_COOKIE,
                        SET_UP_PAGE,
                        SET_UP_BUTTON,
                        API,
                        FORM -> false;
            };
        }
    }

    @Autowired
    MagicLinks links;

    @Autowired
    Redemption redemption;

    @Autowired
    ContactSessions sessions;

    @Autowired
    OperatorSessions operatorSessions;

    @Autowired
    ApiKeys apiKeys;

    @Autowired
    Automations automations;

    @Autowired
    IncomingCalls calls;

    /** At whose sign-in secrets are tried that are nobody's password and nobody's code. */
    private final Supplier<Operator> somebodyWithAPassword = SingletonSupplier.of(this::aPerson);

    private final Supplier<Place> somebodyWithAPhone = SingletonSupplier.of(() -> new Place(aWorkspace()).aPhone());

    /** Each kind on one pair of workspaces: what is refused leaves no trace, so one secret can knock at all the doors. */
    @TestFactory
    Stream<DynamicTest> openTheirOwnDoorsAndNoOthers() {
        return Arrays.stream(Kind.values()).flatMap(kind -> {
            var round = new Round(kind);
            return Stream.of(
                            Arrays.stream(Door.values())
                                    .flatMap(door -> Stream.of(true, false)
                                            .filter(here -> !kind.opens(door, here))
                                            .map(here -> refusal(round, door, here))),
                            Stream.of(stillGood(round)),
                            Arrays.stream(Door.values())
                                    .flatMap(door -> Stream.of(true, false)
                                            .filter(here -> kind.opens(door, here))
                                            .map(here -> opening(kind, door, here))))
                    .flatMap(tests -> tests);
        });
    }

    private DynamicTest refusal(Round round, Door door, boolean here) {
        return DynamicTest.dynamicTest(
                "%s is refused at %s %s".formatted(round.kind, door, where(here)), () -> round.isRefused(door, here));
    }

    /** What was refused at every other door was a good secret all the time: afterwards it opens its own. */
    private DynamicTest stillGood(Round round) {
        return DynamicTest.dynamicTest(round.kind + " is still good after that", round::isStillGood);
    }

    private DynamicTest opening(Kind kind, Door door, boolean here) {
        return DynamicTest.dynamicTest("%s opens %s %s".formatted(kind, door, where(here)), () -> {
            var own = new Place(aWorkspace());
            var tried = here ? own : new Place(aWorkspace());
            String secret = own.hold(kind);

            assertThat(tried.opens(door, secret, own)).isTrue();
        });
    }

    private static String where(boolean here) {
        return here ? "here" : "in another workspace";
    }

    /** A secret of one kind, its own workspace and another. */
    private final class Round {
        private final Kind kind;
        private final Supplier<Place> own = SingletonSupplier.of(() -> new Place(aWorkspace()));
        private final Supplier<Place> other = SingletonSupplier.of(() -> new Place(aWorkspace()));
        private final Supplier<String> secret = SingletonSupplier.of(this::held);

        Round(Kind kind) {
            this.kind = kind;
        }

        private String held() {
            nobodyHasKnocked();
            jdbc.sql("delete from operator_sign_in_try").update();
            return own.get().hold(kind);
        }

        void isRefused(Door door, boolean here) {
            String held = secret.get();
            Place tried = (here ? own : other).get();
            tried.newBrowsers();

            assertThat(tried.opens(door, held, own.get())).isFalse();
        }

        void isStillGood() {
            Optional<Door> door = kind.opens.stream().sorted().findFirst();
            assertThat(door.map(its -> own.get().inTheFirstBrowser().opens(its, secret.get(), own.get())))
                    .isIn(Optional.of(true), Optional.empty());
        }
    }

    @Test
    void areAllKnownHere() {
        var sql = """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and column_name ~ '(hash|hmac|secret|token|password|credential)$'""";
        Set<String> kept = Set.copyOf(jdbc.sql(sql).query(String.class).list());

        assertThat(kept.stream().filter(column -> !NO_SECRETS.contains(column)))
                .as("columns that keep secrets")
                .containsExactlyInAnyOrderElementsOf(KEPT.keySet());
        assertThat(KEPT.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @Test
    void areEachTriedAtADoorThatTheyOpen() {
        Set<Door> opened = Arrays.stream(Kind.values())
                .flatMap(kind -> kind.opens.stream())
                .collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(opened)))
                .containsExactlyInAnyOrder(Door.SET_UP_PAGE, Door.SET_UP_BUTTON);
        assertThat(Arrays.stream(Kind.values()).map(Kind::name))
                .containsAll(Arrays.stream(LinkPurpose.values())
                        .map(purpose -> purpose.name() + "_LINK")
                        .toList());
    }

    /** A workspace with somebody on either side, and the doors to it. */
    private final class Place {
        private final Workspace workspace;
        private final Contact contact;
        /** Whose CSRF cookie belongs to the token that was held. */
        private final Visitor firstInPortal;

        private Visitor inPortal;
        private Visitor inConsole;
        private Operator operator;
        private boolean hasPassword;
        private Optional<Phone> phone = Optional.empty();

        Place(Workspace workspace) {
            this.workspace = workspace;
            this.contact = aContact().in(workspace);
            this.operator = ownerOf(workspace);
            this.firstInPortal = new Visitor(installation.port(), workspace.slug() + ".localhost");
            this.inPortal = firstInPortal;
            this.inConsole = aVisitor();
        }

        /** What a door gave to a browser opens no other. */
        void newBrowsers() {
            inPortal = new Visitor(installation.port(), workspace.slug() + ".localhost");
            inConsole = aVisitor();
        }

        Place inTheFirstBrowser() {
            inPortal = firstInPortal;
            return this;
        }

        String hold(Kind kind) {
            return switch (kind) {
                case OPERATOR_LINK -> tokenOf(aLink(LinkPurpose.OPERATOR));
                case SELF_LINK -> tokenOf(aLink(LinkPurpose.SELF));
                case LOGIN_EMAIL_LINK -> tokenOf(aLink(LinkPurpose.LOGIN_EMAIL));
                case INVITATION_LINK -> tokenOf(aLink(LinkPurpose.INVITATION));
                case AUTOMATION_LINK -> tokenOf(aLink(LinkPurpose.AUTOMATION));
                case CODE -> aLink(LinkPurpose.SELF).code().orElseThrow().reveal();
                case CONTACT_SESSION -> aContactSession();
                case OPERATOR_SESSION ->
                    operatorSessions.open(operator.id(), BROWSER).reveal();
                case PASSWORD -> aPassword();
                case HALF_WAY -> aPhone().halfWay(operator).cookie("portico_half_way");
                case TOTP_CODE -> aPhone().phone.orElseThrow().app().code(0);
                case RECOVERY_CODE ->
                    aPhone().phone.orElseThrow().recoveryCodes().getFirst();
                case OPERATOR_INVITATION -> anInvitation();
                case PASSWORD_RESET -> aReset();
                case API_KEY -> anApiKey();
                case AUTOMATION_ADDRESS -> anAutomation();
                case SET_UP_LINK -> aSetUpLink();
                case CSRF_TOKEN -> token(inPortal.get("/sign-in"));
                case CSRF_COOKIE -> {
                    inPortal.get("/sign-in");
                    yield inPortal.cookie("portico_csrf");
                }
                case NOTICE_COOKIE -> "eyJrZXkiOiJzZXR0aW5ncy5zYXZlZCIsImFyZ3VtZW50cyI6W119";
            };
        }

        private String token(Page page) {
            return page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        }

        private MadeLink aLink(LinkPurpose purpose) {
            var wanted = new NewLink(contact.id(), purpose, Optional.empty(), LinkTarget.HOME, contact.email());
            return links.make(workspace.id(), wanted, PORTICO);
        }

        private String tokenOf(MadeLink link) {
            return link.url().getPath().substring("/in/".length());
        }

        private String aContactSession() {
            Secret link = Secret.parse(tokenOf(aLink(LinkPurpose.OPERATOR))).orElseThrow();
            return switch (redemption.byLink(workspace.id(), link, BROWSER)) {
                case RedeemResult.SignedIn in -> in.session().reveal();
                case RedeemResult.Refused no -> throw new AssertionError(no);
                case RedeemResult.Unknown no -> throw new AssertionError(no);
            };
        }

        private String aPassword() {
            operator = aPerson(workspace, Role.OWNER);
            hasPassword = true;
            return PASSWORD;
        }

        private Place aPhone() {
            aPassword();
            phone = Optional.of(withTwoSteps(signedIn(operator)));
            return this;
        }

        private Visitor halfWay(Operator with) {
            Visitor visitor = aVisitor();
            visitor.post("/sign-in", "email", with.email().value(), "password", PASSWORD);
            return visitor;
        }

        /** Put there as its mail would, but without the mail, which would put another in its place. */
        private String anInvitation() {
            Secret secret = Secret.random();
            tenancy.run(
                    workspace.id(),
                    () -> jdbc.sql("""
                            insert into operator_invitation (workspace_id, id, email, email_key, role, token_hash,
                                invited_by, created_at, ordered_at, expires_at)
                            values (:workspace, :id, :email, :email, 'member', :hash, :by, now(), now(),
                                now() + interval '1 day')""")
                            .param("workspace", workspace.id().value())
                            .param("id", UUID.randomUUID())
                            .param("email", "invited-" + UUID.randomUUID() + "@example.com")
                            .param("hash", secret.hash())
                            .param("by", operator.id().value())
                            .update());
            return secret.reveal();
        }

        private String anApiKey() {
            var wanted = new NewApiKey("Robot", ApiScope.all(), Optional.empty());
            return apiKeys.make(workspace.id(), wanted, PORTICO)
                    .orElseThrow()
                    .secret()
                    .reveal();
        }

        private String anAutomation() {
            var on = automations
                    .switchOn(workspace.id(), Recipe.WELCOME, "Welcome", PORTICO)
                    .orElseThrow();
            return calls.newAddress(workspace.id(), on.id(), PORTICO).reveal();
        }

        private String aReset() {
            Secret secret = Secret.random();
            var sql = "insert into password_reset values (?, ?, ?, now(), now() + interval '1 hour')";
            jdbc.sql(sql)
                    .params(UUID.randomUUID(), operator.id().value(), secret.hash())
                    .update();
            return secret.reveal();
        }

        private String aSetUpLink() {
            Secret secret = Secret.random();
            jdbc.sql("insert into set_up_link values (?, now(), now() + interval '1 hour')")
                    .param(secret.hash())
                    .update();
            return secret.reveal();
        }

        /** Whether the secret, which is of the other place or this one, gets anybody in here. */
        boolean opens(Door door, String held, Place of) {
            String secret = door.isInThePath() ? held.replace(" ", "%20") : held;
            return switch (door) {
                case LINK_PAGE -> heard(inPortal.get("/in/" + secret)).status() == 200;
                case LINK_BUTTON -> signsIn(inPortal, inPortal.post("/in/" + secret));
                case NEW_LINK -> {
                    long before = ordersForSomebody();
                    heard(inPortal.post("/in/" + secret + "/renew"));
                    yield ordersForSomebody() > before;
                }
                case CODE_ENTRY -> signsIn(inPortal, postCode(secret, of));
                case PORTAL_COOKIE ->
                    heard(with(inPortal, secret).get("/profile")).status() == 200;
                case CONSOLE_COOKIE ->
                    heard(with(inConsole, secret).get("/w/" + workspace.slug())).status() == 200;
                case OPERATOR_SIGN_IN -> signsIn(inConsole, signIn(secret, of));
                case SECOND_STEP_PAGE -> {
                    inConsole.keep("portico_half_way=" + secret + "; Path=/");
                    yield heard(inConsole.get("/sign-in/second-step")).status() == 200;
                }
                case SECOND_STEP -> {
                    Place asked = of.phone.isPresent() ? of : somebodyWithAPhone.get();
                    Visitor visitor = asked.halfWay(asked.operator);
                    yield signsIn(visitor, visitor.post("/sign-in/second-step", "code", secret));
                }
                case JOIN_PAGE -> heard(inConsole.get("/join/" + secret)).status() == 200;
                case JOIN_BUTTON -> signsIn(inConsole, inConsole.post("/join/" + secret, aNewcomer()));
                case RESET_PAGE ->
                    heard(inConsole.get("/reset-password/" + secret)).status() == 200;
                case RESET_BUTTON ->
                    heard(inConsole.post("/reset-password/" + secret, "password", "nine calm otters"))
                                    .status()
                            == 303;
                case SET_UP_PAGE -> heard(inConsole.get("/set-up/" + secret)).status() == 200;
                case SET_UP_BUTTON -> signsIn(inConsole, inConsole.post("/set-up/" + secret, aNewcomer()));
                case API -> {
                    Page page = heard(inConsole.getAs("Bearer " + secret, "/api/v1/workspace"));
                    yield page.status() == 200
                            && page.body().contains("\"" + workspace.slug().value() + "\"");
                }
                case AUTOMATION ->
                    heard(inConsole.postJson(
                                            "/api/automations/"
                                                    + secret.replace(" ", "%20").replace("{", "%7B"),
                                            "{\"email\": \"called@example.com\"}"))
                                    .status()
                            == 202;
                case FORM -> formIsTaken(secret);
            };
        }

        /** Who was told to come later was not heard at all, and that would prove nothing. */
        private Page heard(Page answer) {
            assertThat(answer.status()).isNotEqualTo(429);
            return answer;
        }

        private boolean signsIn(Visitor visitor, Page answer) {
            return heard(answer).status() == 303
                    && !visitor.cookie("portico_session").isEmpty();
        }

        /** In another workspace the same address belongs to somebody too. */
        private Page postCode(String secret, Place of) {
            String address = of.contact.email().orElseThrow().value();
            if (of != this) {
                aContact().at(address).in(workspace);
            }
            return inPortal.post("/sign-in/code", "email", address, "code", secret, "sent", "true");
        }

        private Page signIn(String secret, Place of) {
            Operator tried = of.hasPassword ? of.operator : somebodyWithAPassword.get();
            return inConsole.post("/sign-in", "email", tried.email().value(), "password", secret);
        }

        private boolean formIsTaken(String secret) {
            if (inPortal.cookie("portico_csrf").isEmpty()) {
                inPortal.get("/sign-in");
            }
            return heard(inPortal.postForged("/language", "language", "en", "_csrf", secret))
                            .status()
                    == 303;
        }

        private Visitor with(Visitor visitor, String cookie) {
            visitor.keep("portico_session=" + cookie + "; Path=/");
            return visitor;
        }

        private String[] aNewcomer() {
            List<String> fields = new ArrayList<>(List.of(
                    "name", "Minji Kim",
                    "email", "new-" + UUID.randomUUID() + "@example.com",
                    "password", "nine calm otters",
                    "workspace", "New",
                    "slug", "new-" + UUID.randomUUID().toString().substring(0, 8),
                    "workspaceLanguage", "ko",
                    "timeZone", "Asia/Seoul"));
            return fields.toArray(String[]::new);
        }

        private long ordersForSomebody() {
            return tenancy.in(
                    workspace.id(),
                    () -> jdbc.sql("select count(*) from outbox where kind = 'sign-in' and address is not null")
                            .query(Long.class)
                            .single());
        }
    }
}
