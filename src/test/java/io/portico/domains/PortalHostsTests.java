package io.portico.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.NameServer;
import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PortalHostsTests extends PorticoTest {
    @Autowired
    PortalHosts hosts;

    @Autowired
    HostChecks checks;

    @Autowired
    PortalAddresses addresses;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private Workspace acme;
    private Workspace rival;
    private String name;

    @BeforeEach
    void twoWorkspacesAndAHost() {
        acme = aWorkspace();
        rival = aWorkspace();
        name = "c-" + UUID.randomUUID().toString().substring(0, 8) + ".hosts.test";
    }

    private PortalHost claimed(Workspace workspace) {
        return switch (hosts.claim(workspace.id(), name, PORTICO)) {
            case ClaimResult.Claimed(var host) -> host;
            case ClaimResult other -> throw new AssertionError(other);
        };
    }

    private void setRecords(PortalHost... claims) {
        NameServer.set(name, "CNAME localhost.");
        NameServer.set(
                "_portico." + name,
                Stream.of(claims)
                        .map(claim -> "TXT \"" + claim.token().record() + "\"")
                        .toArray(String[]::new));
    }

    private CheckResult check(Workspace workspace) {
        return checks.check(hosts.find(workspace.id(), name).orElseThrow(), PORTICO);
    }

    private PortalHost verified(Workspace workspace) {
        PortalHost claim = claimed(workspace);
        setRecords(claim);
        assertThat(check(workspace)).isInstanceOf(CheckResult.Holds.class);
        return hosts.find(workspace.id(), name).orElseThrow();
    }

    private HostState stateIn(Workspace workspace) {
        return hosts.find(workspace.id(), name).map(PortalHost::state).orElseThrow();
    }

    private List<String> facts(Workspace workspace) {
        return activity.latest(workspace.id(), 20).stream()
                .map(ActivityEntry::kind)
                .filter(kind -> kind.startsWith("domain."))
                .toList();
    }

    private URI custom() {
        return installation.at(name);
    }

    private List<String> mails(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select kind from outbox order by id")
                        .query(String.class)
                        .list());
    }

    @Test
    void leadsNowhereUntilItsRecordsAreFound() {
        PortalHost claim = claimed(acme);

        assertThat(check(acme)).isInstanceOf(CheckResult.Lacks.class);
        assertThat(addresses.siteAt(name)).isEmpty();
        NameServer.set(name, "CNAME localhost.");
        assertThat(check(acme)).isInstanceOf(CheckResult.Lacks.class);
        setRecords(claim);
        assertThat(check(acme)).isInstanceOf(CheckResult.Holds.class);
        assertThat(addresses.siteAt(name))
                .contains(new PortalSite.Elsewhere(
                        acme, installation.portal(acme.slug().value())));
        assertThat(facts(acme)).containsExactly("domain.verified", "domain.claimed");
    }

    @Test
    void saysWhatWasFoundOfEachRecord() {
        claimed(acme);
        NameServer.set(name, "CNAME elsewhere.hosts.test.");
        NameServer.set("elsewhere.hosts.test", "A 192.0.2.7");
        NameServer.set("_portico." + name, "TXT \"v=spf1 -all\"");
        HostCheck found = check(acme).host().check().orElseThrow();

        assertThat(found.address()).isEqualTo(new RecordCheck(RecordState.OTHER, List.of("elsewhere.hosts.test")));
        assertThat(found.token()).isEqualTo(new RecordCheck(RecordState.OTHER, List.of("v=spf1 -all")));
    }

    @Test
    void takesAddressesOfTheInstallationInPlaceOfAnAliasAndNoOthers() {
        PortalHost claim = claimed(acme);
        setRecords(claim);
        NameServer.set(name, "A 127.0.0.1", "A 192.0.2.7");
        CheckResult lacking = check(acme);
        assertThat(lacking).isInstanceOf(CheckResult.Lacks.class);
        assertThat(lacking.host().check().orElseThrow().address().found())
                .as("addresses that only our resolver knows are not shown")
                .containsExactlyInAnyOrder("•••", "192.0.2.7");
        NameServer.set(name, "A 127.0.0.1");

        assertThat(check(acme)).isInstanceOf(CheckResult.Holds.class);
    }

    @Test
    void goesRoundInNoCircle() {
        claimed(acme);
        NameServer.set(name, "CNAME loop." + name + ".");
        NameServer.set("loop." + name, "CNAME " + name + ".");

        assertThat(check(acme).host().check().orElseThrow().address().state())
                .isIn(RecordState.LOOP, RecordState.SERVER_FAILED);
    }

    @Test
    void buildsLinksWithTheChosenHost() {
        verified(acme);

        assertThat(hosts.choose(acme.id(), new HostName(name), PORTICO)).isTrue();
        assertThat(addresses.of(acme)).isEqualTo(custom());
        assertThat(addresses.siteAt(name)).contains(new PortalSite.Here(acme));
        assertThat(addresses.siteAt(acme.slug() + ".localhost")).contains(new PortalSite.Elsewhere(acme, custom()));
        hosts.chooseSubDomain(acme.id(), "acme", PORTICO);
        assertThat(addresses.of(acme)).isEqualTo(installation.portal(acme.slug().value()));
    }

    @Test
    void choosesNoHostThatIsNotVerifiedOrAnothers() {
        claimed(acme);

        assertThat(hosts.choose(acme.id(), new HostName(name), PORTICO)).isFalse();
        setRecords(hosts.find(acme.id(), name).orElseThrow());
        check(acme);
        assertThat(hosts.choose(rival.id(), new HostName(name), PORTICO)).isFalse();
        assertThat(addresses.of(rival))
                .isEqualTo(installation.portal(rival.slug().value()));
    }

    @Test
    void fallsBackToTheSubDomainAfterRepeatedFailuresAndComesBack() {
        verified(acme);
        hosts.choose(acme.id(), new HostName(name), PORTICO);
        NameServer.set(name, "A 192.0.2.7");
        check(acme);
        check(acme);
        assertThat(addresses.of(acme)).as("after two failures").isEqualTo(custom());
        check(acme);

        assertThat(stateIn(acme)).isEqualTo(HostState.FAILING);
        assertThat(addresses.of(acme)).isEqualTo(installation.portal(acme.slug().value()));
        assertThat(addresses.siteAt(name))
                .contains(new PortalSite.Elsewhere(
                        acme, installation.portal(acme.slug().value())));
        check(acme);
        NameServer.set(name, "CNAME localhost.");
        check(acme);
        assertThat(addresses.of(acme)).isEqualTo(custom());
        assertThat(facts(acme).subList(0, 2)).containsExactly("domain.verified", "domain.failed");
        assertThat(mails(acme)).containsExactly("portal-host-failed", "portal-host-back");
    }

    @Test
    void isPatientWithServersThatDoNotAnswer() {
        name = "c-" + UUID.randomUUID().toString().substring(0, 8) + ".hosts.test";
        PortalHost host = verified(acme);
        HostCheck silent = new HostCheck(
                new RecordCheck(RecordState.SERVER_FAILED, List.of()),
                new RecordCheck(RecordState.NO_REPLY, List.of()),
                java.util.Optional.empty(),
                host.claimedAt());
        for (int i = 1; i < HostPolicy.PATIENCE_WITHOUT_ANSWER; i++) {
            host = host.after(silent, host.claimedAt());
            assertThat(host.state()).isEqualTo(HostState.VERIFIED);
        }
        assertThat(host.after(silent, host.claimedAt()).state()).isEqualTo(HostState.FAILING);
    }

    @Test
    void leavesANoticeWhereItWasUntilDnsLeadsElsewhere() {
        verified(acme);
        hosts.choose(acme.id(), new HostName(name), PORTICO);
        hosts.remove(acme.id(), new HostName(name), PORTICO);

        assertThat(addresses.of(acme)).isEqualTo(installation.portal(acme.slug().value()));
        assertThat(addresses.siteAt(name))
                .contains(new PortalSite.Left(
                        acme, installation.portal(acme.slug().value())));
        check(acme);
        assertThat(stateIn(acme)).isEqualTo(HostState.REMOVED);
        NameServer.remove(name);
        check(acme);
        check(acme);
        check(acme);
        assertThat(hosts.find(acme.id(), name)).isEmpty();
        assertThat(addresses.siteAt(name)).isEmpty();
    }

    @Test
    void asksForFreshProofAfterItWasRemoved() {
        PortalHost before = verified(acme);
        hosts.remove(acme.id(), new HostName(name), PORTICO);
        PortalHost anew = claimed(acme);

        assertThat(anew.token()).isNotEqualTo(before.token());
        assertThat(check(acme)).isInstanceOf(CheckResult.Lacks.class);
    }

    // ---- No takeover

    @Test
    void provesNothingWithTheTokenOfAnother() {
        PortalHost theirs = claimed(rival);
        claimed(acme);
        setRecords(theirs);

        assertThat(check(acme)).isInstanceOf(CheckResult.Lacks.class);
    }

    @Test
    void staysWithItsHolderWhileTheHoldersRecordsAreThere() {
        PortalHost ours = verified(acme);
        PortalHost theirs = claimed(rival);
        setRecords(ours, theirs);

        assertThat(check(rival)).isInstanceOf(CheckResult.HeldByAnother.class);
        assertThat(stateIn(acme)).isEqualTo(HostState.VERIFIED);
        assertThat(addresses.siteAt(name).orElseThrow().workspace()).isEqualTo(acme);
    }

    @Test
    void goesOverToWhoeverProvesItOnceItsHolderCannot() {
        verified(acme);
        hosts.choose(acme.id(), new HostName(name), PORTICO);
        setRecords(claimed(rival));

        assertThat(check(rival)).isInstanceOf(CheckResult.Holds.class);
        assertThat(hosts.find(acme.id(), name)).isEmpty();
        assertThat(addresses.siteAt(name).orElseThrow().workspace()).isEqualTo(rival);
        assertThat(addresses.of(acme)).isEqualTo(installation.portal(acme.slug().value()));
        assertThat(facts(acme)).startsWith("domain.failed");
        assertThat(mails(acme)).containsExactly("portal-host-failed");
    }

    @Test
    void isNotTakenFromANoticeByPointingHereAlone() {
        verified(acme);
        hosts.remove(acme.id(), new HostName(name), PORTICO);
        PortalHost theirs = claimed(rival);

        assertThat(check(rival)).isInstanceOf(CheckResult.Lacks.class);
        assertThat(addresses.siteAt(name).orElseThrow().workspace()).isEqualTo(acme);
        setRecords(theirs);
        assertThat(check(rival)).isInstanceOf(CheckResult.Holds.class);
        assertThat(addresses.siteAt(name).orElseThrow().workspace()).isEqualTo(rival);
    }

    @Test
    void letsOneOfManyHaveItWhoProveItAtOnce() throws Exception {
        List<Workspace> all = Stream.generate(this::aWorkspace).limit(6).toList();
        setRecords(all.stream().map(this::claimed).toArray(PortalHost[]::new));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CheckResult>> results = threads.invokeAll(all.stream()
                    .<Callable<CheckResult>>map(each -> () -> check(each))
                    .toList());

            assertThat(results.stream().map(Future::resultNow).filter(CheckResult.Holds.class::isInstance))
                    .hasSize(1);
            assertThat(results.stream().map(Future::resultNow).filter(CheckResult.HeldByAnother.class::isInstance))
                    .hasSize(5);
        }
        assertThat(all.stream().filter(each -> stateIn(each) == HostState.VERIFIED))
                .hasSize(1);
    }

    @Test
    void isOneHostInWhateverSpelling() {
        claimed(acme);

        assertThat(hosts.claim(acme.id(), name.toUpperCase(java.util.Locale.ROOT) + ".", PORTICO))
                .isInstanceOf(ClaimResult.Already.class);
        assertThat(hosts.of(acme.id())).hasSize(1);
    }

    @Test
    void isNeverAHostOfTheInstallation() {
        for (String own : List.of("localhost", rival.slug() + ".localhost", "x.y.localhost")) {
            assertThat(hosts.claim(acme.id(), own, PORTICO)).isInstanceOf(ClaimResult.Refused.class);
        }
    }

    @Test
    void letsNobodyCollectHosts() {
        for (int i = 0; i < PortalHosts.MOST; i++) {
            hosts.claim(acme.id(), i + "." + name, PORTICO);
        }

        assertThat(hosts.claim(acme.id(), name, PORTICO)).isEqualTo(new ClaimResult.TooMany(PortalHosts.MOST));
    }
}
