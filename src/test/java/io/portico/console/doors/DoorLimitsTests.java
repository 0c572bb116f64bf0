package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.workspace.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who comes too often to the console's doors. */
class DoorLimitsTests extends ConsoleTest {
    private static void assertTooOften(Page page) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 3600);
        assertThat(page.body())
                .contains("That was too often")
                .containsPattern("Try again in \\d+ (second|minute)s?\\.");
    }

    private static String nobody() {
        return "nobody-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void stopWhoGuessesPasswordsOfManyOperatorsButCountNobodyWhoKnowsTheirs() {
        var operator = aPerson(aWorkspace(), Role.OWNER);
        for (int i = 0; i < 5; i++) {
            assertThat(signedIn(operator).cookie("portico_session")).isNotEmpty();
        }
        jdbc.sql("update limit_tally set free_at = free_at + 149 * weight").update();
        assertThat(jdbc.sql("select count(*) from limit_tally")
                        .query(Long.class)
                        .single())
                .isPositive();
        Visitor visitor = aVisitor();
        int refused = 0;
        for (int i = 0; i < 3; i++) {
            refused += visitor.post("/sign-in", "email", nobody(), "password", "wrong")
                                    .status()
                            == 429
                    ? 1
                    : 0;
        }

        assertThat(refused).isEqualTo(2);
        assertTooOften(visitor.post("/sign-in", "email", operator.email().value(), "password", PASSWORD));
    }

    @Test
    void stopWhoAsksForNewPasswordsAgainAndAgainWhoeverHasTheAddress() {
        Visitor visitor = aVisitor();
        String known = aPerson().email().value();
        for (int i = 0; i < 60; i++) {
            assertThat(visitor.post("/forgot-password", "email", i % 2 == 0 ? known : nobody())
                            .status())
                    .isEqualTo(200);
        }
        assertTooOften(visitor.post("/forgot-password", "email", nobody()));
    }

    @Test
    void stopWhoTriesSetUpLinks() {
        Visitor visitor = aVisitor();
        for (int i = 0; i < 60; i++) {
            assertThat(visitor.get("/set-up/" + "A".repeat(43)).status()).isEqualTo(404);
        }

        assertTooOften(visitor.get("/set-up/" + "A".repeat(43)));
        assertTooOften(visitor.post("/set-up/" + "A".repeat(43)));
    }

    @Test
    void stopWhoTriesInvitationsAndResets() {
        Visitor visitor = aVisitor();
        visitor.get("/join/" + "A".repeat(43));
        visitor.get("/reset-password/" + "A".repeat(43));
        jdbc.sql("update limit_tally set free_at = free_at + 300 * weight").update();

        assertTooOften(visitor.post("/join/" + "A".repeat(43)));
        assertTooOften(visitor.post("/reset-password/" + "A".repeat(43)));
    }
}
