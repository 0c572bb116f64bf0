package io.portico.webhooks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SystemLookupTests {
    /** A name server that is dead holds up names of its own zone, and nobody else's. */
    @Test
    void keepsThePlacesOfOthersFreeWhenOneZoneIsSilent() throws Exception {
        var mayAnswer = new CountDownLatch(1);
        var asked = new AtomicInteger();
        var lookup = new SystemLookup(host -> {
            if (host.endsWith(".dead.example")) {
                asked.incrementAndGet();
                uninterrupted(mayAnswer);
            }
            return new InetAddress[] {InetAddress.ofLiteral("93.184.215.14")};
        });
        for (int i = 0; i < 200; i++) {
            String name = "n" + i + ".dead.example";
            Thread.ofVirtual().start(() -> {
                try {
                    lookup.addresses(name);
                } catch (UnknownHostException expected) {
                    // Nobody answers there.
                }
            });
        }
        await().until(() -> asked.get() == SystemLookup.OF_ONE_ZONE);

        assertThat(lookup.addresses("quick.other.test")).hasSize(1);
        assertThatThrownBy(() -> lookup.addresses("late.dead.example")).isInstanceOf(SystemLookup.Silent.class);
        assertThat(asked).hasValue(SystemLookup.OF_ONE_ZONE);

        mayAnswer.countDown();
        await().untilAsserted(
                        () -> assertThat(lookup.addresses("again.dead.example")).hasSize(1));
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
