package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockOutTests {
    @Test
    void locksFromTheFifthFailureForTwiceAsLongEachTimeUpToAnHour() {
        assertThat(LockOut.after(4)).isEmpty();
        assertThat(LockOut.after(5)).contains(Duration.ofMinutes(1));
        assertThat(LockOut.after(6)).contains(Duration.ofMinutes(2));
        assertThat(LockOut.after(10)).contains(Duration.ofMinutes(32));
        assertThat(LockOut.after(11)).contains(Duration.ofHours(1));
        assertThat(LockOut.after(1_000_000)).contains(Duration.ofHours(1));
    }
}
