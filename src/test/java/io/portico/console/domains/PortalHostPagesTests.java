package io.portico.console.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.NameServer;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.domains.HostState;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PortalHostPagesTests extends ConsoleTest {
    @Autowired
    PortalHosts hosts;

    private Workspace acme;
    private Visitor owner;
    private String settings;
    private String name;

    @BeforeEach
    void anOwner() {
        NameServer.runs();
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
        settings = "/w/" + acme.slug() + "/settings/portal-address";
        name = "clients-" + acme.slug() + ".pages.test";
    }

    private PortalHost host() {
        return hosts.find(acme.id(), name).orElseThrow();
    }

    @Test
    void leadsFromTheHostToItsRecordsToItsUseInLinks() {
        Page claimed = owner.post(settings + "/hosts", "host", " " + name + ". ");
        String path = claimed.location();
        assertThat(path).isEqualTo(settings + "/hosts/" + name);
        assertThat(owner.get(path).body())
                .contains(
                        "value=\"localhost\"",
                        "value=\"_portico." + name + "\"",
                        host().token().record())
                .doesNotContain("Use in links");

        assertThat(owner.get(path).body()).contains("hx-get=\"" + path + "/live\"");
        assertThat(owner.get(path + "/live").body()).contains("DNS knows no such name");
        NameServer.set(name, "CNAME localhost.");
        NameServer.set(host().tokenName(), "TXT \"" + host().token().record() + "\"");
        jdbcEverywhere("update portal_host set checked_at = checked_at - interval '1 minute'");
        assertThat(owner.get(path + "/live").body()).contains("Verified", "Use in links");
        assertThat(owner.get(path).body())
                .as("a click anywhere would look as well, and the button find that somebody looks already")
                .doesNotContain(path + "/live");

        Page chosen = owner.post(path + "/choose");
        assertThat(owner.get(chosen.location()).body()).contains("New links lead to " + name + " from now on");
        assertThat(owner.get("/w/" + acme.slug()).body()).contains("value=\"" + installation.at(name) + "\"");
        owner.post(path + "/remove");
        assertThat(host().state()).isEqualTo(HostState.REMOVED);
        assertThat(owner.get("/w/" + acme.slug()).body())
                .contains("value=\"" + installation.portal(acme.slug().value()) + "\"");
    }

    private void jdbcEverywhere(String sql) {
        tenancy.everywhere(() -> jdbc.sql(sql).update());
    }

    @ParameterizedTest
    @CsvSource({
        "https://clients.acme.com/x, is more than a host",
        "192.0.2.7, is an IP address. A name is needed",
        "intranet, has one part only. A full name is needed",
        "co.uk, anybody can register a name",
        "x.localhost, own name, or lies beneath it",
        "clients.\u0430cme.com, mixes letters of several scripts",
        "my_host.acme.com, no underscores or spaces",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com, Each may have 63 characters"
    })
    void keepsWhatWasTypedAndSaysWhatWasFoundAndIsNeeded(String typed, String said) {
        Page page = owner.post(settings + "/hosts", "host", typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(said);
        assertThat(page.body()).contains("value=\"" + typed + "\"");
        assertThat(hosts.of(acme.id())).isEmpty();
    }

    @Test
    void tellsANameThatIsNotThereFromARecordThatIsNotAndFromAServerThatFails() {
        NameServer.set(name, "TXT \"something\"");
        owner.post(settings + "/hosts", "host", name);
        String broken = acme.slug() + ".broken.test";
        owner.post(settings + "/hosts", "host", broken);

        assertThat(owner.get(settings + "/hosts/" + name + "/live").body())
                .contains("The name is there, but without such a record", "DNS knows no such name")
                .doesNotContain("answered with a failure");
        assertThat(owner.get(settings + "/hosts/" + broken + "/live").body())
                .contains("name servers answered with a failure", "setting the record again does not help")
                .doesNotContain("DNS knows no such name", "without such a record");
    }

    @Test
    void asksDnsOnceForAllWhoLookAtOnce() {
        owner.post(settings + "/hosts", "host", name);
        owner.get(settings + "/hosts/" + name + "/live");
        var first = host().check().orElseThrow().at();
        for (int i = 0; i < 5; i++) {
            owner.get(settings + "/hosts/" + name + "/live");
        }

        assertThat(host().check().orElseThrow().at()).isEqualTo(first);
    }

    @Test
    void choosesNothingBeforeTheRecordsAreThere() {
        owner.post(settings + "/hosts", "host", name);
        Page page =
                owner.get(owner.post(settings + "/hosts/" + name + "/choose").location());

        assertThat(page.body()).contains("is not verified, so links cannot lead there");
    }
}
