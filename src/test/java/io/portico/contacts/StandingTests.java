package io.portico.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StandingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 2);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final Instant NOW = Instant.parse("2026-08-02T00:00:00Z");

    @Test
    void wasSeenOnTheLatestDayWhicheverNodeTellsItLast() {
        Standing seen = Standing.NONE.seen(TODAY);

        assertThat(seen.seen(YESTERDAY)).isEqualTo(seen);
        assertThat(seen.signedIn(NOW, YESTERDAY).lastSeenOn()).isEqualTo(TODAY);
        assertThat(Standing.NONE.seen(YESTERDAY).seen(TODAY)).isEqualTo(seen);
    }
}
