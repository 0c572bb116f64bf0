package io.portico.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.HostSettings;
import io.portico.installation.Installation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostRulesTests {
    private final HostRules rules = new HostRules(
            new Installation(
                    URI.create("https://hub.example.com"),
                    "portals.example.com",
                    443,
                    Path.of("/nowhere"),
                    Optional.empty(),
                    false),
            new HostSettings(List.of(), "in.example.net", Optional.empty(), Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "clients.acme.com, clients.acme.com",
        "' Clients.ACME.com. ', clients.acme.com",
        "acme.com, acme.com",
        "ｃｌｉｅｎｔｓ。acme.com, clients.acme.com",
        "고객.acme.kr, xn--i49alo.acme.kr",
        "bücher.example.org, xn--bcher-kva.example.org",
        "XN--BCHER-KVA.example.org, xn--bcher-kva.example.org",
        "faß.example.org, xn--fa-hia.example.org",
        "acme고객.acme.kr, xn--acme-jl3pr0b.acme.kr",
        "a.b.c.d.example.org, a.b.c.d.example.org"
    })
    void takesAHostInTheOneSpellingOfDns(String typed, String host) {
        assertThat(rules.read(typed)).isEqualTo(new HostVerdict.Accepted(new HostName(host)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        "https://clients.acme.com, MORE_THAN_A_HOST",
        "clients.acme.com:8443, MORE_THAN_A_HOST",
        "clients.acme.com/portal, MORE_THAN_A_HOST",
        "me@acme.com, MORE_THAN_A_HOST",
        "clients.acme.com\\x, MORE_THAN_A_HOST",
        "192.0.2.7, IP_ADDRESS",
        "192.0.2.7., IP_ADDRESS",
        "[2001:db8::1], IP_ADDRESS",
        "::1, IP_ADDRESS",
        "2130706433, IP_ADDRESS",
        "127.1, IP_ADDRESS",
        "0x7f.0.0.1, IP_ADDRESS",
        "clients.0x7f, IP_ADDRESS",
        "localhost, SINGLE_LABEL",
        "acme, SINGLE_LABEL",
        "db.eu.internal, PRIVATE_NETWORK",
        "printer.local, PRIVATE_NETWORK",
        "1.0.0.127.in-addr.arpa, PRIVATE_NETWORK",
        "x.LocalHost., PRIVATE_NETWORK",
        "co.uk, PUBLIC_SUFFIX",
        "CO.UK., PUBLIC_SUFFIX",
        "github.io, PUBLIC_SUFFIX",
        "한국, SINGLE_LABEL",
        "my_host.acme.com, CHARACTERS",
        "_portico.acme.com, CHARACTERS",
        "*.acme.com, CHARACTERS",
        "cli ents.acme.com, CHARACTERS",
        "-clients.acme.com, CHARACTERS",
        "clients-.acme.com, CHARACTERS",
        "clients..acme.com, CHARACTERS",
        ".acme.com, CHARACTERS",
        "xn--zzzzzz.acme.com, CHARACTERS",
        "cli\u0007ents.acme.com, CHARACTERS",
        "hub.example.com, OF_INSTALLATION",
        "HUB.Example.COM., OF_INSTALLATION",
        "ｈｕｂ.example.com, OF_INSTALLATION",
        "x.hub.example.com, OF_INSTALLATION",
        "portals.example.com, OF_INSTALLATION",
        "acme.portals.example.com, OF_INSTALLATION",
        "a.b.portals.example.com, OF_INSTALLATION",
        "in.example.net, OF_INSTALLATION",
        "р\u0430ypal.acme.com, MIXED_SCRIPTS",
        "clients.\u0430cme.com, MIXED_SCRIPTS",
        "hub.exаmple.com, MIXED_SCRIPTS",
        "hub.examp1e.com, LOOK_ALIKE",
        "acme.portals.examp1e.com, LOOK_ALIKE",
        "hub.exarnple.com, LOOK_ALIKE"
    })
    void refusesWhatCannotBeAPortalsHost(String typed, HostFault fault) {
        assertThat(rules.read(typed))
                .isInstanceOfSatisfying(
                        HostVerdict.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(rules.read("a".repeat(64) + ".acme.com"))
                .isInstanceOfSatisfying(
                        HostVerdict.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(HostFault.LABEL_TOO_LONG));
        assertThat(rules.read("a".repeat(60).concat(".").repeat(5) + "acme.com"))
                .isInstanceOfSatisfying(
                        HostVerdict.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(HostFault.TOO_LONG));
        assertThat(rules.read("a.".repeat(100_000) + "acme.com")).isInstanceOf(HostVerdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "hub.example.org", "notportals.example.com", "hub.example.com.acme.org"})
    void takesNeighboursOfTheInstallation(String host) {
        assertThat(rules.read(host)).isInstanceOf(HostVerdict.Accepted.class);
    }
}
