package io.portico.webhooks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.PermittedTargets;
import io.portico.webhooks.Receiver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTests {
    private static final PermittedTargets LOOPBACK = PermittedTargets.parse("127.0.0.0/8");
    private static final Duration SHORT = Duration.ofMillis(1500);

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private static Calls calls(PermittedTargets permitted, NameLookup lookup) {
        return new Calls(lookup, new AddressGuard(permitted), SHORT);
    }

    private static CallTarget target(String url) {
        return CallTarget.parse(url).orElseThrow();
    }

    private CallResult post(Calls calls, String url) {
        return calls.post(target(url), Map.of(), "{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "localhost",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "168.63.129.16",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::1]",
                "[2001:0:1::1]",
                "[2001:db8::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]"
            })
    void goToPublicAddressesOnly(String host) throws Exception {
        try (Calls calls = calls(PermittedTargets.NONE, new SystemLookup())) {
            CallTarget target = target("https://" + host + ":" + receiver.port() + "/");

            assertThat(calls.obstacle(target)).as("when it is saved").contains(CallFault.NOT_PUBLIC);
            assertThat(calls.post(target, Map.of(), "{}"))
                    .as("when it is called")
                    .isEqualTo(new CallResult.Unanswered(CallFault.NOT_PUBLIC));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void mayGoToPublicAddresses(String address) throws UnknownHostException {
        assertThat(new AddressGuard(PermittedTargets.NONE).admits(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void doNotFollowANameThatLeadsElsewhereAfterItWasSaved() throws Exception {
        var asked = new AtomicInteger();
        NameLookup rebinding =
                host -> List.of(InetAddress.ofLiteral(asked.getAndIncrement() < 2 ? "93.184.215.14" : "127.0.0.1"));
        try (Calls calls = calls(PermittedTargets.NONE, rebinding)) {
            CallTarget target = target("https://rebind.example:" + receiver.port() + "/");

            assertThat(calls.obstacle(target)).isEmpty();
            assertThat(calls.post(target, Map.of(), "{}")).isEqualTo(new CallResult.Unanswered(CallFault.NOT_PUBLIC));
        }
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void refuseANameWithOnePrivateAddressAmongPublicOnes() throws Exception {
        NameLookup both = host -> List.of(InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("10.0.0.1"));
        try (Calls calls = calls(PermittedTargets.NONE, both)) {
            assertThat(calls.obstacle(target("https://both.example/"))).contains(CallFault.NOT_PUBLIC);
        }
    }

    @Test
    void connectToTheAddressThatWasCheckedAndAskForTheNameThere() throws Exception {
        var asked = new AtomicInteger();
        NameLookup once = host -> {
            if (asked.getAndIncrement() > 0) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        try (Calls calls = calls(LOOPBACK, once)) {
            CallResult result = post(calls, "http://receiver.example:" + receiver.port() + "/hook");

            assertThat(result).isEqualTo(new CallResult.Answered(200, "ok"));
        }
        assertThat(receiver.calls().getFirst().header("host")).isEqualTo("receiver.example:" + receiver.port());
        assertThat(receiver.calls().getFirst().header("user-agent")).isEqualTo("Portico-Webhooks/1");
    }

    @Test
    void doWithoutTlsOnlyWhereTheHostPermitsIt() throws Exception {
        NameLookup open = host -> List.of(InetAddress.ofLiteral("93.184.215.14"));
        try (Calls calls = calls(LOOPBACK, open)) {
            assertThat(calls.obstacle(target("http://public.example/"))).contains(CallFault.NOT_HTTPS);
            assertThat(post(calls, "http://public.example/"))
                    .isEqualTo(new CallResult.Unanswered(CallFault.NOT_PUBLIC));
        }
    }

    @Test
    void followNoRedirect() throws Exception {
        receiver.answering((exchange, call) -> {
            exchange.getResponseHeaders().add("Location", receiver.url("/elsewhere"));
            Receiver.say(exchange, 307, "");
        });
        try (Calls calls = calls(LOOPBACK, new SystemLookup())) {
            assertThat(post(calls, receiver.url("/hook"))).isEqualTo(new CallResult.Answered(307, ""));
        }
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void readNoMoreThanFits() throws Exception {
        receiver.answering((exchange, call) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[64 * 1024]);
            }
        });
        try (Calls calls = calls(LOOPBACK, new SystemLookup())) {
            assertThat(post(calls, receiver.url("/")))
                    .isInstanceOfSatisfying(
                            CallResult.Answered.class,
                            answer -> assertThat(answer.body()).hasSize(Calls.MOST_READ));
        }
    }

    @Test
    void waitNoLongerThanTheirPatienceForAnAnswerThatDrips() throws Exception {
        receiver.answering((exchange, call) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        });
        Instant start = Instant.now();
        try (Calls calls = calls(LOOPBACK, new SystemLookup())) {
            assertThat(post(calls, receiver.url("/"))).isEqualTo(new CallResult.Unanswered(CallFault.TIMED_OUT));
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(SHORT.multipliedBy(8));
    }

    @Test
    void sayWhenNobodyIsThere() throws Exception {
        String url = receiver.url("/");
        receiver.close();
        try (Calls calls = calls(LOOPBACK, new SystemLookup())) {
            assertThat(post(calls, url)).isEqualTo(new CallResult.Unanswered(CallFault.UNREACHABLE));
            assertThat(post(calls, "https://nobody.invalid/"))
                    .isEqualTo(new CallResult.Unanswered(CallFault.UNKNOWN_HOST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https://",
                "https:///path",
                "https://user:pass@example.com/",
                "https://example.com/#part",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://example.com/\r\nX: y",
                "unix:/var/run/docker.sock"
            })
    void goToWebAddressesOnly(String text) {
        assertThat(CallTarget.parse(text)).isEmpty();
    }
}
