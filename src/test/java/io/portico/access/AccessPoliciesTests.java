package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portico.activity.ActivityEntry;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class AccessPoliciesTests extends AccessTest {
    @Autowired
    private AccessPolicies policies;

    private Workspace acme;

    @BeforeEach
    void aWorkspaceOfItsOwn() {
        acme = aWorkspace();
    }

    @Test
    void areTheUsualUntilAWorkspaceSetsItsOwn() {
        Workspace other = aWorkspace();
        assertThat(policies.of(acme.id())).isEqualTo(AccessPolicy.USUAL);
        policies.change(acme.id(), selfLinksOf(Duration.ofMinutes(5)), PORTICO);

        assertThat(policies.of(acme.id())).isEqualTo(selfLinksOf(Duration.ofMinutes(5)));
        assertThat(policies.of(other.id())).isEqualTo(AccessPolicy.USUAL);
    }

    @ParameterizedTest
    @EnumSource
    void keepEachLifetimeApart(Lifetime lifetime) {
        Map<Lifetime, Duration> lifetimes = new HashMap<>(AccessPolicy.USUAL.lifetimes());
        lifetimes.put(lifetime, lifetime.usual().minusSeconds(61));
        policies.change(acme.id(), new AccessPolicy(lifetimes), PORTICO);

        assertThat(policies.of(acme.id())).isEqualTo(new AccessPolicy(lifetimes));
    }

    @Test
    void recordWhatWasBeforeAndAfter() {
        policies.change(
                acme.id(), selfLinksOf(Duration.ofMinutes(5)), by(ownerOf(acme).id()));
        policies.change(
                acme.id(), selfLinksOf(Duration.ofMinutes(30)), by(ownerOf(acme).id()));
        policies.change(
                acme.id(), selfLinksOf(Duration.ofMinutes(30)), by(ownerOf(acme).id()));

        assertThat(activity.latest(acme.id(), 10))
                .filteredOn(entry -> entry.kind().equals("access_policy.changed"))
                .hasSize(2)
                .first()
                .extracting(ActivityEntry::details)
                .asString()
                .contains("self-link PT5M → PT30M")
                .contains("\"before\":{\"self-link\":\"PT5M\"}", "\"after\":{\"self-link\":\"PT30M\"}")
                .doesNotContain("session-idle");
    }

    @Test
    void passNoCapEvenInTheDatabase() {
        policies.change(acme.id(), selfLinksOf(Duration.ofMinutes(5)), PORTICO);
        for (Lifetime each : Lifetime.values()) {
            assertThatThrownBy(() -> store(each, each.longest().toSeconds() + 1))
                    .as("%s", each)
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> store(each, each.shortest().toSeconds() - 1))
                    .as("%s", each)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private void store(Lifetime lifetime, long seconds) {
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update access_policy set " + lifetime.column() + " = ?")
                        .param(seconds)
                        .update());
    }

    private static AccessPolicy selfLinksOf(Duration length) {
        Map<Lifetime, Duration> lifetimes = new HashMap<>(AccessPolicy.USUAL.lifetimes());
        lifetimes.put(Lifetime.SELF_LINK, length);
        return new AccessPolicy(lifetimes);
    }
}
