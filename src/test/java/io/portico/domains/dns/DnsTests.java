package io.portico.domains.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.NameServer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DnsTests {
    private final Dns dns = DnsQuestions.to(NameServer.PORT);

    @BeforeAll
    static void records() {
        NameServer.set(
                "dns.test",
                "A 192.0.2.7",
                "AAAA 2001:db8::7",
                "TXT \"one \" \"text\"",
                "TXT \"another; with \\\"quotes\\\"\"");
        NameServer.set("alias.dns.test", "CNAME DNS.test.");
    }

    @Test
    void findsRecords() {
        assertThat(dns.alias("alias.dns.test").values()).containsExactly("dns.test");
        assertThat(dns.texts("dns.test").values()).containsExactlyInAnyOrder("one text", "another; with \"quotes\"");
        assertThat(dns.addresses("dns.test").values()).containsExactly("192.0.2.7", "2001:db8:0:0:0:0:0:7");
    }

    @Test
    void tellsANameThatIsNotThereFromARecordThatIsNot() {
        assertThat(dns.alias("nobody.dns.test")).isEqualTo(new DnsAnswer.NoSuchName());
        assertThat(dns.alias("dns.test")).isEqualTo(new DnsAnswer.NoRecord());
        assertThat(dns.addresses("nobody.dns.test")).isEqualTo(new DnsAnswer.NoSuchName());
        assertThat(dns.texts("localhost")).isEqualTo(new DnsAnswer.NoRecord());
    }

    @Test
    void tellsAServerThatFailsFromOneThatIsSilent() throws SocketException {
        assertThat(dns.texts("host.broken.test")).isEqualTo(new DnsAnswer.ServerFailed());
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThat(DnsQuestions.to(silent.getLocalPort()).texts("dns.test")).isEqualTo(new DnsAnswer.NoReply());
        }
    }

    @Test
    void asksTheNextServerWhenOneFails() {
        assertThat(DnsQuestions.to(1, NameServer.PORT).alias("alias.dns.test").values())
                .containsExactly("dns.test");
    }

    @Test
    void bearsAHugeAnswer() {
        String[] many = new String[300];
        java.util.Arrays.setAll(many, i -> "TXT \"" + i + "x".repeat(150) + "\"");
        NameServer.set("huge.dns.test", many);

        assertThat(dns.texts("huge.dns.test").values()).hasSize(50);
    }
}
