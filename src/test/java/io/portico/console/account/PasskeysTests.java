package io.portico.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.SecurityKey;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys of a key that can be made to answer wrongly. A real browser answers in {@code AccountBrowserTests}. */
class PasskeysTests extends AccountTest {
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([A-Za-z0-9_-]{43})\"");
    private static final Pattern USER = Pattern.compile("\"user\":\\{\"id\":\"([A-Za-z0-9_-]{22})\"");
    private static final Pattern PASSKEY = Pattern.compile("action=\"(/account/passkeys/[0-9a-f-]{36}/remove)\"");

    private Workspace acme;
    private Operator operator;
    private Visitor visitor;
    private SecurityKey key;

    @BeforeEach
    void somebodyWithASecurityKey() {
        acme = aWorkspace();
        operator = aPerson(acme, Role.OWNER);
        visitor = signedIn(operator);
        key = aKey();
    }

    private SecurityKey aKey() {
        return new SecurityKey(installation.consoleUrl().toString());
    }

    private static Page register(Visitor visitor, SecurityKey key) {
        Page options = visitor.postWithHeader("/account/passkeys/options");
        return visitor.post(
                "/account/passkeys",
                "name",
                "Blue key",
                "credential",
                key.register(found(CHALLENGE, options), found(USER, options)));
    }

    private static String challenge(Visitor visitor) {
        return found(CHALLENGE, visitor.postWithHeader("/sign-in/passkey/options"));
    }

    private static Page answer(Visitor visitor, String credential) {
        return visitor.post("/sign-in/passkey", "credential", credential);
    }

    private static Page signIn(Visitor visitor, SecurityKey key) {
        return answer(visitor, key.sign(challenge(visitor)));
    }

    private void assertRefused(Page page) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("The passkey was not accepted.");
    }

    @Test
    void opensTheConsoleWithoutANameAndWithoutASecondStep() {
        withTwoSteps(visitor);
        assertThat(register(visitor, key).location()).isEqualTo("/account");
        assertThat(visitor.get("/account").body()).contains("Blue key", "not used yet");
        Visitor elsewhere = aVisitor();

        key.count++;
        Page in = signIn(elsewhere, key);

        assertThat(in.location()).isEqualTo("/");
        assertThat(elsewhere.get("/account").body()).contains(operator.email().value(), "last used");
        assertThat(facts(acme.id())).contains("operator.passkey_added", "operator.signed_in");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters(acme.id(), operator.email()))
                        .anyMatch(letter -> letter.contains("A passkey was added to your account")));
    }

    @Test
    void isAddedThoughTheProofRanOutMeanwhile() {
        Page options = visitor.postWithHeader("/account/passkeys/options");
        String made = key.register(found(CHALLENGE, options), found(USER, options));
        letTimePass(operator);

        Page asked = visitor.post("/account/passkeys", "name", "Blue key", "credential", made);
        assertThat(asked.status()).isEqualTo(403);
        String challenge = hidden("challenge", asked);
        visitor.postWithHeader("/confirm/passkey/options");
        Page added = visitor.post(
                "/account/passkeys",
                "name",
                hidden("name", asked),
                "credential",
                made,
                "challenge",
                challenge,
                "proof-password",
                PASSWORD);

        assertThat(added.location()).isEqualTo("/account");
        assertThat(visitor.get("/account").body()).contains("Blue key");
        Page again = visitor.post("/account/passkeys", "name", "x", "credential", made, "challenge", challenge);
        assertThat(again.status()).as("its challenge serves once").isEqualTo(422);
    }

    private static String hidden(String name, Page page) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    @Test
    void isToldOfWhenThePasswordIsSetAnew() {
        register(visitor, key);
        Visitor stranger = aVisitor();
        stranger.post("/forgot-password", "email", operator.email().value());
        String link =
                mailedSecret(acme.id(), operator.email(), "reset-password").reveal();

        stranger.post("/reset-password/" + link, "password", "eleven loud ravens");

        assertThat(stranger.get("/sign-in").body()).contains("These passkeys still sign in without it: Blue key.");
    }

    @Test
    void isOneOfSeveral() {
        register(visitor, key);
        SecurityKey other = aKey();
        register(visitor, other);

        assertThat(PASSKEY.matcher(visitor.get("/account").body()).results()).hasSize(2);
        assertThat(signIn(aVisitor(), key).status()).isEqualTo(303);
        assertThat(signIn(aVisitor(), other).status()).isEqualTo(303);
    }

    @Test
    void isNotAddedTwice() {
        register(visitor, key);

        assertThat(register(visitor, key).status()).isEqualTo(422);
        assertThat(register(signedIn(aPerson()), key).status()).isEqualTo(422);
    }

    @Test
    void answersAChallengeOnce() {
        register(visitor, key);
        Visitor first = aVisitor();
        String credential = key.sign(challenge(first));
        Visitor second = first.twin();
        assertThat(answer(first, credential).status()).isEqualTo(303);

        assertRefused(answer(second, credential));
    }

    @Test
    void answersInTheBrowserThatAsked() {
        register(visitor, key);
        String credential = key.sign(challenge(aVisitor()));

        assertRefused(answer(aVisitor(), credential));
        Visitor other = aVisitor();
        challenge(other);
        assertRefused(answer(other, credential));
    }

    @Test
    void answersNoChallengeThatWasMadeForSomethingElse() {
        register(visitor, key);
        letTimePass(operator);
        Page proof = visitor.postWithHeader("/confirm/passkey/options");
        Visitor other = visitor.twin();

        assertRefused(answer(other, key.sign(found(CHALLENGE, proof))));
    }

    @Test
    void answersInTimeOnly() {
        register(visitor, key);
        Visitor late = aVisitor();
        String token = "A".repeat(96);
        String credential = key.sign(challenge(late));
        late.withCookie("portico_challenge", token);

        assertRefused(answer(late, credential));
    }

    @Test
    void isGoodOnThisConsoleOnly() {
        register(visitor, key);
        key.origin = "https://evil.example";
        assertRefused(signIn(aVisitor(), key));
        key.origin = installation.portal("acme").toString();
        assertRefused(signIn(aVisitor(), key));
        key.origin = installation.consoleUrl().toString();
        key.relyingParty = "evil.example";
        assertRefused(signIn(aVisitor(), key));
        key.relyingParty = "localhost";
        assertThat(signIn(aVisitor(), key).status()).isEqualTo(303);
    }

    @Test
    void needsTheUserToBeVerified() {
        register(visitor, key);
        key.verifiesUser = false;
        assertRefused(signIn(aVisitor(), key));

        SecurityKey careless = aKey();
        careless.verifiesUser = false;
        assertThat(register(visitor, careless).status()).isEqualTo(422);
    }

    @Test
    void isRefusedWhenItsCounterStandsStill() {
        key.count = 7;
        register(visitor, key);
        key.count = 8;
        assertThat(signIn(aVisitor(), key).status()).isEqualTo(303);

        assertRefused(signIn(aVisitor(), key));
        key.count = 3;
        assertRefused(signIn(aVisitor(), key));
    }

    @Test
    void saysTheSameUserAsTheConsoleKnows() {
        register(visitor, key);
        Visitor other = aVisitor();

        assertRefused(answer(other, key.sign(challenge(other), new byte[16])));
    }

    @Test
    void isRefusedWhenItWasRemoved() {
        register(visitor, key);
        Page removed = visitor.post(found(PASSKEY, visitor.get("/account")));

        assertThat(removed.location()).isEqualTo("/account");
        assertRefused(signIn(aVisitor(), key));
        assertThat(facts(acme.id())).contains("operator.passkey_removed");
    }

    @Test
    void isRemovedByItsOwnerOnly() {
        register(visitor, key);
        String theirs = found(PASSKEY, visitor.get("/account"));

        assertThat(signedIn(aPerson()).post(theirs).status()).isEqualTo(404);
        assertThat(visitor.post("/account/passkeys/" + UUID.randomUUID() + "/remove")
                        .status())
                .isEqualTo(404);
        assertThat(signIn(aVisitor(), key).status()).isEqualTo(303);
    }

    @Test
    void provesThatItIsThemButNotForSomebodyElse() {
        register(visitor, key);
        Operator other = aPerson(acme, Role.OWNER);
        Visitor thief = signedIn(other);
        letTimePass(operator);
        letTimePass(other);
        Page theirs = thief.postWithHeader("/confirm/passkey/options");
        Page ours = visitor.postWithHeader("/confirm/passkey/options");

        Page refused = thief.post("/confirm", "next", "/account", "proof-passkey", key.sign(found(CHALLENGE, theirs)));
        Page proven = visitor.post(
                "/confirm", "next", "/account/password", "proof-passkey", key.sign(found(CHALLENGE, ours)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(proven.location()).isEqualTo("/account/password");
        assertThat(visitor.get("/account/password").status()).isEqualTo(200);
    }

    /** Where a second step is asked for; elsewhere a password opens everything anyway. */
    @Test
    void isNotSidesteppedByAPasswordAlone() {
        Operator member = aPerson(acme, Role.MEMBER);
        register(signedIn(member), key);
        withTwoSteps(visitor);
        visitor.post("/w/" + acme.slug() + "/settings/second-step/require");
        Visitor thief = signedIn(member);

        Page added = register(thief, aKey());
        assertThat(added.status()).isEqualTo(422);
        assertThat(added.body()).contains("A password is not enough here");
        assertThat(thief.get("/account/two-step").location()).startsWith("/confirm");
        assertThat(thief.post("/confirm", "next", "/account/two-step", "proof-password", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(thief.post(found(PASSKEY, thief.get("/account"))).status()).isEqualTo(422);
        assertThat(thief.get("/w/" + acme.slug()).location()).isEqualTo("/account/second-step");

        Page options = thief.postWithHeader("/confirm/passkey/options");
        Page proven = thief.post("/confirm", "next", "/", "proof-passkey", key.sign(found(CHALLENGE, options)));
        assertThat(proven.status()).isEqualTo(303);
        assertThat(thief.get("/w/" + acme.slug()).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoAnswer() {
        for (String credential : new String[] {"", "{}", "[]", "not json", "{\"id\":\"AA\"}", "x".repeat(60_000)}) {
            Visitor stranger = aVisitor();
            challenge(stranger);
            assertRefused(answer(stranger, credential));
            visitor.postWithHeader("/account/passkeys/options");
            assertThat(visitor.post("/account/passkeys", "name", "Key", "credential", credential)
                            .status())
                    .isEqualTo(422);
        }
    }
}
