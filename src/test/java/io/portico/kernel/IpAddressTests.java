package io.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTests {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:DB8:1:2::1, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64"
    })
    void belongToANetworkThatOneSubscriberHas(String address, String network) {
        assertThat(IpAddress.parse(address)).map(IpAddress::network).contains(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "0x7f.1", "2130706433", "1.2.3.4 ",
                "1.2.3.4:80", "[::1]", ":", ":::", "1::2::3", "::g", "unknown", "_hidden", "a.b.c.d", "evil.example"
            })
    void areNeverNamesNorHalves(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void haveOneSpelling() {
        assertThat(IpAddress.parse("2001:0DB8::0001")).isEqualTo(IpAddress.parse("2001:db8:0:0:0:0:0:1"));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, true", "8.8.8.8, true", "2001:db8::1, true", "100.128.0.1, true", "172.32.0.1, true",
        "127.0.0.1, false", "10.1.2.3, false", "172.16.0.1, false", "192.168.0.1, false", "169.254.169.254, false",
        "100.64.0.1, false", "0.0.0.0, false", "::1, false", "fe80::1, false", "fd00::1, false",
        "::ffff:10.0.0.1, false"
    })
    void tellsAddressesOfTheInternetFromThoseOfPrivateNetworks(String address, boolean isPublic) {
        assertThat(IpAddress.parse(address).orElseThrow().isPublic()).isEqualTo(isPublic);
    }
}
