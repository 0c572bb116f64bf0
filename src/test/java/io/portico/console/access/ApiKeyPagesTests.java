package io.portico.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.keys.ApiKeySecret;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.console.ConsoleTest;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApiKeyPagesTests extends ConsoleTest {
    private static final Pattern KEY = Pattern.compile("portico_[0-9A-Za-z]{49}");

    @Autowired
    ApiKeys keys;

    private Workspace acme;
    private Visitor owner;
    private String path;

    @BeforeEach
    void anOwner() {
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
        path = "/w/" + acme.slug() + "/settings/api-keys";
    }

    @Test
    void makeAKeyAndShowItOnce() {
        Page made = owner.post(
                path, "name", "Newsletter", "lifetime", "PT720H", "scope", "contacts:read", "scope", "runs:write");

        Matcher shown = KEY.matcher(made.body());
        assertThat(shown.find()).as(made.body()).isTrue();
        var key = keys.find(ApiKeySecret.parse(shown.group()).orElseThrow()).orElseThrow();
        assertThat(key.scopes()).containsExactlyInAnyOrder(ApiScope.CONTACTS_READ, ApiScope.RUNS_WRITE);
        assertThat(key.expiresAt()).isPresent();
        assertThat(made.header("Cache-Control")).contains("no-store");

        assertThat(owner.get(path).body()).contains("Newsletter", key.hint()).doesNotContainPattern(KEY);
    }

    @Test
    void tickWhatALinkNeedsAndToSeeThatTheKeyIsAlive() {
        Matcher ticked = Pattern.compile("value=\"([a-z-]+:[a-z]+)\"[^>]*checked")
                .matcher(owner.get(path).body());

        assertThat(ticked.results().map(found -> found.group(1)))
                .containsExactlyInAnyOrder(
                        "contacts:read", "contacts:write", "magic-links:read", "magic-links:write", "workspace:read");
    }

    @Test
    void refuseAKeyWithoutNameOrScope() {
        Page refused = owner.post(path, "name", " ", "scope", "everything");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Give the key a name", "Nothing is ticked")
                .doesNotContainPattern(KEY);
        assertThat(keys.of(acme.id())).isEmpty();
    }

    @Test
    void revokeAKeyAtOnce() {
        owner.post(path, "name", "Newsletter", "scope", "contacts:read");
        var key = keys.of(acme.id()).getFirst();

        Page done = owner.post(path + "/" + key.id() + "/revoke");

        assertThat(done.location()).isEqualTo(path);
        assertThat(keys.of(acme.id()).getFirst().revokedAt()).isPresent();
        assertThat(owner.get(path).body())
                .contains("Revoked the key “Newsletter”")
                .doesNotContain("/revoke\"");
    }

    @Test
    void areNamedInTheActivityByTheirName() {
        owner.post(path, "name", "Newsletter", "scope", "workspace:write");
        var key = keys.of(acme.id()).getFirst();
        workspaces.change(
                acme.id(),
                new io.portico.workspace.WorkspaceDetails("Other", acme.language(), acme.timeZone(), acme.accent()),
                new io.portico.activity.Actor.ApiKey(key.id(), "203.0.113.9"));

        assertThat(owner.get("/w/" + acme.slug() + "/activity").body())
                .contains("made the API key “Newsletter”", "Newsletter (API)");
    }

    @Test
    void goWithWhoeverMadeThemUnlessTheyAreToStay() {
        for (boolean revoked : new boolean[] {true, false}) {
            Operator dana = aPerson(acme, Role.ADMIN);
            signedIn(dana).post(path, "name", "Newsletter", "scope", "contacts:read");
            var key = keys.liveMadeBy(acme.id(), dana.id()).getFirst();
            String remove = "/w/" + acme.slug() + "/operators/" + dana.id() + "/remove";

            assertThat(owner.get(remove).body()).contains("An API key they made still works", key.hint());
            owner.post(remove, "confirmation", dana.email().value(), "keys", revoked ? "revoke" : "");

            assertThat(keys.liveMadeBy(acme.id(), dana.id())).hasSize(revoked ? 0 : 1);
            assertThat(owner.get("/w/" + acme.slug() + "/operators").body())
                    .contains(
                            "was removed from the workspace." + (revoked ? " One API key they made was revoked." : ""));
        }
        assertThat(keys.of(acme.id())).hasSize(2);
    }

    @Test
    void areNotForMembers() {
        Visitor member = signedIn(acme, Role.MEMBER);

        assertThat(member.get(path).status()).isEqualTo(403);
        assertThat(member.post(path, "name", "x", "scope", "contacts:read").status())
                .isEqualTo(403);
    }
}
