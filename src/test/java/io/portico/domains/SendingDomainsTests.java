package io.portico.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.NameServer;
import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.domains.dns.Dns;
import io.portico.domains.dns.DnsQuestions;
import io.portico.kernel.EmailAddress;
import io.portico.mail.DkimRecord;
import io.portico.mail.Senders;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SendingDomainsTests extends PorticoTest {
    @Autowired
    SendingDomains domains;

    @Autowired
    SendingChecks checks;

    @Autowired
    Senders senders;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private Workspace acme;
    private String name;

    @BeforeEach
    void aDomain() {
        acme = aWorkspace();
        name = "d-" + UUID.randomUUID().toString().substring(0, 8) + ".sending.test";
    }

    private SendingDomain claimed(Workspace workspace) {
        assertThat(domains.claim(workspace.id(), name, "hello", PORTICO)).isEqualTo(new SendingClaim.Claimed());
        return domains.of(workspace.id()).orElseThrow();
    }

    private void setRecords(SendingDomain domain) {
        NameServer.set(name, "TXT \"v=spf1 include:spf.mailer.test ~all\"");
        DkimRecord key = checks.records(domain).dkim();
        NameServer.set(key.name(), txt(key.value()));
        NameServer.set("_dmarc." + name, "TXT \"v=DMARC1; p=reject; rua=mailto:x@sending.test\"");
    }

    /** In strings of at most 255, as servers' forms want it. */
    private static String txt(String value) {
        return "TXT \"" + value.substring(0, 200) + "\" \"" + value.substring(200) + "\"";
    }

    private SendingDomain check() {
        return checks.check(domains.of(acme.id()).orElseThrow(), PORTICO);
    }

    private List<String> facts() {
        return activity.latest(acme.id(), 20).stream()
                .map(ActivityEntry::kind)
                .filter(kind -> kind.startsWith("sending_domain.") || kind.startsWith("sender."))
                .toList();
    }

    private List<String> mails() {
        return tenancy.in(
                acme.id(),
                () -> jdbc.sql("select kind from outbox order by id")
                        .query(String.class)
                        .list());
    }

    @Test
    void sendsFromTheInstallationUntilAllRecordsAreThere() {
        SendingDomain domain = claimed(acme);
        String before = senders.of(acme).fromAddress();
        assertThat(before).isEqualTo(senders.installationsAddress());

        assertThat(check().state()).isEqualTo(HostState.CLAIMED);
        setRecords(domain);
        NameServer.set(name, "TXT \"no policy\"");
        assertThat(check().check().orElseThrow().spf().state()).isEqualTo(RecordState.NO_RECORD);
        assertThat(senders.of(acme).fromAddress()).isEqualTo(before);
        setRecords(domain);
        NameServer.remove("_dmarc." + name);
        assertThat(check().check().orElseThrow().dmarc().state()).isEqualTo(RecordState.NO_SUCH_NAME);
        assertThat(senders.of(acme).fromAddress()).isEqualTo(before);
        setRecords(domain);
        assertThat(check().state()).isEqualTo(HostState.VERIFIED);
        assertThat(senders.of(acme).fromAddress()).isEqualTo("hello@" + name);
        assertThat(facts())
                .containsExactly("sending_domain.verified", "sender.address_changed", "sending_domain.claimed");
    }

    @Test
    void fallsBackWhenRecordsVanishAndComesBack() {
        setRecords(claimed(acme));
        check();
        NameServer.remove("_dmarc." + name);
        check();
        check();
        assertThat(senders.of(acme).fromAddress()).isEqualTo("hello@" + name);
        check();

        assertThat(senders.of(acme).fromAddress()).isEqualTo(senders.installationsAddress());
        assertThat(mails()).containsExactly("sending-domain-failed");
        setRecords(domains.of(acme.id()).orElseThrow());
        check();
        assertThat(senders.of(acme).fromAddress()).isEqualTo("hello@" + name);
        assertThat(mails()).containsExactly("sending-domain-failed", "sending-domain-back");
    }

    @Test
    void provesNothingWithTheKeyOfAnotherWorkspace() {
        Workspace other = aWorkspace();
        setRecords(claimed(other));
        claimed(acme);

        SendingCheck found = check().check().orElseThrow();
        assertThat(found.dkim().isFound()).isFalse();
        assertThat(senders.of(acme).fromAddress()).isEqualTo(senders.installationsAddress());
        DkimRecord ours = checks.records(domains.of(acme.id()).orElseThrow()).dkim();
        DkimRecord theirs = checks.records(domains.of(other.id()).orElseThrow()).dkim();
        NameServer.set(ours.name(), txt(theirs.value()));
        assertThat(check().check().orElseThrow().dkim().state()).isEqualTo(RecordState.OTHER);
    }

    @Test
    void sendsFromTheInstallationOnceItWasRemoved() {
        setRecords(claimed(acme));
        check();
        domains.remove(acme.id(), PORTICO);

        assertThat(domains.of(acme.id())).isEmpty();
        assertThat(senders.of(acme).fromAddress()).isEqualTo(senders.installationsAddress());
    }

    @Test
    void concludesNothingFromACheckOfAnEarlierClaim() {
        SendingDomain before = claimed(acme);
        setRecords(before);
        domains.remove(acme.id(), PORTICO);
        name = "other-" + name;
        claimed(acme);

        checks.check(before, PORTICO);
        assertThat(senders.of(acme).fromAddress()).isEqualTo(senders.installationsAddress());
        assertThat(domains.of(acme.id()).orElseThrow().check()).isEmpty();
    }

    @Test
    void takesNoDomainOfTheInstallationAndNoStrangeMailbox() {
        assertThat(domains.claim(acme.id(), "acme.localhost", "hello", PORTICO))
                .isInstanceOf(SendingClaim.Refused.class);
        assertThat(domains.claim(acme.id(), "co.uk", "hello", PORTICO)).isInstanceOf(SendingClaim.Refused.class);
        for (String mailbox : List.of("", "a b", "a\r\nBcc: x", "<x>", "a..b", "a@b", "é", "x".repeat(100))) {
            assertThat(domains.claim(acme.id(), name, mailbox, PORTICO)).isEqualTo(new SendingClaim.BadMailbox());
        }
    }

    @Test
    void keepsAnSpfRecordThatIsThere() {
        SendingDomain domain = claimed(acme);
        NameServer.set(name, "TXT \"v=spf1 mx -all\"", "TXT \"other=1\"");
        var found = new SendingCheck(
                new RecordCheck(RecordState.OTHER, List.of("v=spf1 mx -all")),
                new RecordCheck(RecordState.NO_RECORD, List.of()),
                new RecordCheck(RecordState.NO_RECORD, List.of()),
                domain.claimedAt());
        DkimRecord key = checks.records(domain).dkim();

        assertThat(SendingRecords.of(domain.with(found), java.util.Optional.of("include:spf.mailer.test"), key)
                        .spf())
                .isEqualTo("v=spf1 include:spf.mailer.test mx -all");
    }

    /** A proposal that drops what the domain has would keep its owner's own mails from arriving. */
    @Test
    void keepsALongSpfRecordWhole() {
        SendingDomain domain = claimed(acme);
        String networks = " ip4:192.0.2.0/24 ip4:198.51.100.0/24 ip4:203.0.113.0/24".repeat(6);
        var found = new SendingCheck(
                new RecordCheck(RecordState.OTHER, List.of("v=spf1" + networks + " -all")),
                new RecordCheck(RecordState.NO_RECORD, List.of()),
                new RecordCheck(RecordState.NO_RECORD, List.of()),
                domain.claimedAt());
        DkimRecord key = checks.records(domain).dkim();

        assertThat(SendingRecords.of(domain.with(found), java.util.Optional.of("include:spf.mailer.test"), key)
                        .spf())
                .isEqualTo("v=spf1 include:spf.mailer.test" + networks + " -all");
    }

    // ---- SPF

    private final Dns dns = DnsQuestions.to(NameServer.PORT);

    private RecordState spf(String... records) {
        NameServer.set(name, records);
        return new SpfEvaluation(dns, "include:spf.mailer.test").of(name).state();
    }

    @Test
    void findsTheMailServerInAnSpfRecordAsReceiversDo() {
        NameServer.set("inner." + name, "TXT \"v=spf1 include:spf.mailer.test -all\"");
        NameServer.set("other." + name, "TXT \"v=spf1 ip4:192.0.2.7 -all\"");

        assertThat(spf("TXT \"v=spf1 include:spf.mailer.test ~all\"")).isEqualTo(RecordState.FOUND);
        assertThat(spf("TXT \"V=SPF1 mx INCLUDE:spf.mailer.test -all\"")).isEqualTo(RecordState.FOUND);
        assertThat(spf("TXT \"v=spf1 include:other." + name + " include:inner." + name + " ~all\""))
                .isEqualTo(RecordState.FOUND);
        assertThat(spf("TXT \"v=spf1 redirect=inner." + name + "\"")).isEqualTo(RecordState.FOUND);
        assertThat(spf("TXT \"v=spf1 -all include:spf.mailer.test\"")).isEqualTo(RecordState.OTHER);
        assertThat(spf("TXT \"v=spf1 -include:spf.mailer.test ~all\"")).isEqualTo(RecordState.OTHER);
        assertThat(spf("TXT \"v=spf1 include:other." + name + " -all\"")).isEqualTo(RecordState.OTHER);
        assertThat(spf("TXT \"v=spf10 include:spf.mailer.test\"")).isEqualTo(RecordState.NO_RECORD);
        assertThat(spf("TXT \"v=spf1 include:spf.mailer.test\"", "TXT \"v=spf1 -all\""))
                .isEqualTo(RecordState.DOUBLED);
        assertThat(spf("A 192.0.2.7")).isEqualTo(RecordState.NO_RECORD);
        assertThat(new SpfEvaluation(dns, "include:spf.mailer.test")
                        .of("x.broken.test")
                        .state())
                .isEqualTo(RecordState.SERVER_FAILED);
    }

    @Test
    void looksUpNoMoreThanTenAndRunsInNoCircle() {
        NameServer.set("loop." + name, "TXT \"v=spf1 include:" + name + " include:loop." + name + " -all\"");
        assertThat(spf("TXT \"v=spf1 include:loop." + name + " -all\"")).isEqualTo(RecordState.OTHER);
        String nine = "mx a ".repeat(4) + "mx ";

        assertThat(spf("TXT \"v=spf1 " + nine + "include:spf.mailer.test -all\""))
                .isEqualTo(RecordState.FOUND);
        assertThat(spf("TXT \"v=spf1 " + "mx a ".repeat(5) + "include:spf.mailer.test -all\""))
                .isEqualTo(RecordState.TOO_MANY_LOOKUPS);
    }

    @ParameterizedTest
    @CsvSource({
        "ip4:192.0.2.7, v=spf1 ip4:192.0.2.7 -all, FOUND",
        "ip4:192.0.2.7, v=spf1 ip4:192.0.2.0/24 -all, FOUND",
        "ip4:192.0.2.7/32, v=spf1 ip4:192.0.2.7 -all, FOUND",
        "ip4:192.0.2.0/28, v=spf1 ip4:192.0.2.0/24 -all, FOUND",
        "ip4:192.0.2.200, v=spf1 ip4:192.0.2.0/25 -all, OTHER",
        "ip4:192.0.2.0/24, v=spf1 ip4:192.0.2.0/28 -all, OTHER",
        "ip4:192.0.2.7, v=spf1 -ip4:192.0.2.0/24 ~all, OTHER",
        "ip4:192.0.2.7, v=spf1 ip4:192.0.2.0/33 -all, OTHER",
        "ip4:192.0.2.7, v=spf1 ip4:0.0.0.0/0 -all, FOUND",
        "ip6:2001:db8::7, v=spf1 ip6:2001:DB8:0::/48 -all, FOUND",
        "ip6:2001:db8::7, v=spf1 ip6:2001:db8:1::/48 -all, OTHER",
        "ip6:2001:db8::7, v=spf1 ip4:192.0.2.7 -all, OTHER"
    })
    void comparesAddressesAsNetworks(String needed, String record, RecordState state) {
        NameServer.set(name, "TXT \"" + record + "\"");

        assertThat(new SpfEvaluation(dns, needed).of(name).state()).isEqualTo(state);
    }

    @Test
    void countsWhatIsIncludedWithinTheTen() {
        NameServer.set("five." + name, "TXT \"v=spf1 " + "mx a ".repeat(2) + "mx -all\"");
        NameServer.set("four." + name, "TXT \"v=spf1 " + "mx a ".repeat(2) + "-all\"");
        String includes = "include:four." + name + " include:";

        assertThat(spf("TXT \"v=spf1 include:four." + name + " mx a mx a include:spf.mailer.test -all\""))
                .as("1 + 4, 4 more and the one that is needed: ten")
                .isEqualTo(RecordState.FOUND);
        assertThat(spf("TXT \"v=spf1 " + includes + "five." + name + " include:spf.mailer.test -all\""))
                .as("1 + 4, 1 + 5 before the needed one")
                .isEqualTo(RecordState.TOO_MANY_LOOKUPS);
    }

    @Test
    void tellsTheSenderInTheWorkspacesName() {
        assertThat(senders.of(acme).fromName()).isEqualTo(acme.name());
        assertThat(EmailAddress.parse(senders.of(acme).fromAddress())).isNotNull();
    }
}
