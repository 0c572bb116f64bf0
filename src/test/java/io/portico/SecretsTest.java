package io.portico;

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
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests with every kind of secret in somebody's hands. */
abstract class SecretsTest extends AccountTest {
    private static final Device BROWSER = new Device("203.0.113.7", "Browser");

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

    /** A workspace with somebody on either side, who have secrets. */
    class Holder {
        final Workspace workspace;
        final Contact contact;
        /** Whose CSRF cookie belongs to the token that was held. */
        final Visitor firstInPortal;

        Visitor inPortal;
        Visitor inConsole;
        Operator operator;
        boolean hasPassword;
        Optional<Phone> phone = Optional.empty();

        Holder(Workspace workspace) {
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

        void inTheFirstBrowser() {
            inPortal = firstInPortal;
        }

        /** Secrets of others are good here: a door that looks at none in particular would open for any. */
        void othersComeIn() {
            aContactSession();
            aLink(LinkPurpose.SELF);
            operatorSessions.open(operator.id(), BROWSER);
            anAutomation();
            aReset();
        }

        String hold(SecretKind kind) {
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

        Holder aPhone() {
            aPassword();
            phone = Optional.of(withTwoSteps(signedIn(operator)));
            return this;
        }

        Visitor halfWay(Operator with) {
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
    }
}
