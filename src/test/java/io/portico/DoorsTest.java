package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor.Page;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Tests that bring secrets to every door. */
abstract class DoorsTest extends SecretsTest {
    /** At whose sign-in secrets are tried that are nobody's password and nobody's code. */
    private final Supplier<Operator> somebodyWithAPassword = SingletonSupplier.of(this::aPerson);

    private final Supplier<Place> somebodyWithAPhone = SingletonSupplier.of(() -> {
        var place = new Place(aWorkspace());
        place.aPhone();
        return place;
    });

    /** The doors of a workspace. */
    final class Place extends Holder {
        Place(Workspace workspace) {
            super(workspace);
        }

        /** Whether the secret, which is of the other place or this one, gets anybody in here. */
        boolean opens(SecretDoor door, String held, Place of) {
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
