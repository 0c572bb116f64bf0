package io.portico.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysTests extends PorticoTest {
    private static final NewApiKey ROBOT = new NewApiKey("Robot", Set.of(ApiScope.CONTACTS_READ), Optional.empty());

    @Autowired
    ApiKeys keys;

    @Autowired
    io.portico.tenancy.Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private Workspace acme;

    @BeforeEach
    void aWorkspaceOfItsOwn() {
        acme = aWorkspace();
    }

    private MadeApiKey made(NewApiKey wanted) {
        return keys.make(acme.id(), wanted, by(ownerOf(acme).id())).orElseThrow();
    }

    @Test
    void areFoundByTheirSecretAndSayWhatTheyMay() {
        MadeApiKey made = made(ROBOT);

        ApiKey found = keys.find(made.secret()).orElseThrow();

        assertThat(found.workspace()).isEqualTo(acme.id());
        assertThat(found.may(ApiScope.CONTACTS_READ)).isTrue();
        assertThat(found.may(ApiScope.CONTACTS_WRITE)).isFalse();
        assertThat(found.hint()).startsWith("portico_").hasSize(12);
        assertThat(keys.find(ApiKeySecret.random())).isEmpty();
    }

    @Test
    void areDeadOnceRevokedAndStayInTheList() {
        MadeApiKey made = made(ROBOT);

        keys.revoke(acme.id(), made.key().id(), by(ownerOf(acme).id()));

        assertThat(keys.find(made.secret())).isEmpty();
        assertThat(keys.of(acme.id())).singleElement().satisfies(key -> {
            assertThat(key.revokedAt()).isPresent();
            assertThat(key.isLive(Instant.now())).isFalse();
        });
        assertThat(activity.latest(acme.id(), 2))
                .extracting(entry -> entry.kind())
                .containsExactly("api_key.revoked", "api_key.made");
    }

    @Test
    void areNotRevokedByANeighbour() {
        MadeApiKey made = made(ROBOT);
        Workspace neighbour = aWorkspace();

        assertThat(keys.revoke(neighbour.id(), made.key().id(), PORTICO)).isEmpty();
        assertThat(keys.find(made.secret())).isPresent();
        assertThat(keys.of(neighbour.id())).isEmpty();
    }

    @Test
    void areDeadWhenTheirTimeIsOver() {
        MadeApiKey made =
                made(new NewApiKey("Robot", Set.of(ApiScope.CONTACTS_READ), Optional.of(Duration.ofDays(30))));
        assertThat(keys.find(made.secret())).isPresent();

        change("expires_at = now() - interval '1 second'");

        assertThat(keys.find(made.secret())).isEmpty();
    }

    @Test
    void areDeadWhileTheirWorkspaceIsSuspended() {
        MadeApiKey made = made(ROBOT);

        jdbc.sql("update workspace set suspended_at = now() where id = ?")
                .param(acme.id().value())
                .update();

        assertThat(keys.find(made.secret())).isEmpty();
    }

    @Test
    void noteTheirLastUseAtMostOnceAMinute() {
        MadeApiKey made = made(ROBOT);
        assertThat(keys.of(acme.id()).getFirst().lastUsedAt()).isEmpty();
        keys.find(made.secret());
        change("last_used_at = now() - interval '30 seconds'");
        Instant half = keys.of(acme.id()).getFirst().lastUsedAt().orElseThrow();

        keys.find(made.secret());
        assertThat(keys.of(acme.id()).getFirst().lastUsedAt()).contains(half);

        change("last_used_at = now() - interval '2 minutes'");
        keys.find(made.secret());
        assertThat(keys.of(acme.id()).getFirst().lastUsedAt().orElseThrow()).isAfter(half);
    }

    @Test
    void areAtMostAHundred() {
        for (int i = 0; i < ApiKeys.MOST_LIVE; i++) {
            made(ROBOT);
        }
        assertThat(keys.make(acme.id(), ROBOT, PORTICO)).isEmpty();

        keys.revoke(acme.id(), keys.of(acme.id()).getFirst().id(), PORTICO);
        assertThat(keys.make(acme.id(), ROBOT, PORTICO)).isPresent();
    }

    @Test
    void areMadeOnceForTheDemoAndNotAgainWhenRevoked() {
        ApiKeySecret secret = ApiKeySecret.random();

        assertThat(keys.ensure(acme.id(), ROBOT, secret, PORTICO)).isTrue();
        assertThat(keys.ensure(acme.id(), ROBOT, secret, PORTICO)).isTrue();
        assertThat(keys.of(acme.id())).hasSize(1);

        keys.revoke(acme.id(), keys.of(acme.id()).getFirst().id(), PORTICO);
        assertThat(keys.ensure(acme.id(), ROBOT, secret, PORTICO)).isFalse();
    }

    private void change(String to) {
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update api_key set " + to + " where workspace_id = ?")
                        .param(acme.id().value())
                        .update());
    }
}
