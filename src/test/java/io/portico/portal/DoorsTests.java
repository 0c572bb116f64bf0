package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.MadeLink;
import io.portico.contacts.Contact;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.portal.PortalVisitor.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes too often to a portal's doors. */
class DoorsTests extends PortalTest {
    @Autowired
    private Suppressions suppressions;

    private Page askFor(String address) {
        return aVisitor().post("/sign-in", "email", address);
    }

    private static void assertTooOften(Page page) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 3600);
        assertThat(page.body())
                .containsPattern("Try again in (1 second|[2-9] seconds|\\d\\d seconds|1 minute|\\d+ minutes)\\.");
    }

    @Test
    void countAsksForAnAddressAlikeWhoeverHasIt() {
        aContact().at("known.2@example.com").in(acme);
        Contact disabled = aContact().at("barred2@example.com").in(acme);
        membership.disable(acme.id(), disabled.id(), PORTICO);
        var bounced = aContact().at("bounced2@example.com").in(acme).email().orElseThrow();
        suppressions.add(acme.id(), bounced, SuppressionReason.COMPLAINED, "", PORTICO);

        List<String> courses = List.of(
                        "known.2@example.com", "nobody2@example.com", "barred2@example.com", "bounced2@example.com")
                .stream()
                .map(address -> IntStream.range(0, 12)
                        .mapToObj(i -> String.valueOf(askFor(i % 2 == 0 ? address : address.toUpperCase())
                                .status()))
                        .toList()
                        .toString())
                .distinct()
                .toList();

        assertThat(courses).containsExactly("[200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 429, 429]");
    }

    @Test
    void sayInTheBusinesssNameAndLanguageWhenToComeAgain() {
        IntStream.range(0, 10).forEach(i -> askFor("kim2@example.com"));

        Page refused = askFor("kim2@example.com");
        assertTooOften(refused);
        assertThat(refused.body()).contains(acme.name(), "/brand.css").doesNotContain("Portico");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(60, 91);
        assertThat(refused.body()).contains("Try again in 2 minutes.");

        PortalVisitor korean = aVisitor();
        korean.get("/sign-in");
        korean.post("/language", "language", "ko", "back", "/sign-in");
        assertThat(korean.post("/sign-in", "email", "kim2@example.com").body())
                .contains("2분 후에 다시 시도하세요.", "lang=\"ko\"");
    }

    @Test
    void leaveAnOfficeOfFiftyBehindOneAddressInPeace() {
        for (int i = 0; i < 50; i++) {
            String address = "office-" + i + "@example.com";
            Contact one = aContact().at(address).in(acme);
            for (int tries = 0; tries < 3; tries++) {
                assertThat(askFor(address).status()).isEqualTo(200);
            }
            String code = aMailedCode(one).reveal();
            assertThat(typed(address, code.equals("000000") ? "000001" : "000000"))
                    .isEqualTo(422);
            assertThat(typed(address, code)).isEqualTo(303);
        }
    }

    private int typed(String address, String code) {
        return aVisitor()
                .post("/sign-in/code", "email", address, "code", code, "sent", "true")
                .status();
    }

    @Test
    void stopWhoGuessesCodesAndCountOnlyWrongOnes() {
        for (int i = 0; i < 40; i++) {
            assertThat(typed(address(kim), aMailedCode(kim).reveal())).isEqualTo(303);
        }
        for (int i = 0; i < 15; i++) {
            assertThat(typed(address(kim), "000000")).isIn(422, 303);
            assertThat(typed("nobody@example.com", "000000")).isEqualTo(422);
        }

        assertThat(typed("nobody@example.com", "000000")).isEqualTo(429);
        assertThat(typed(address(kim), aMailedCode(kim).reveal())).isEqualTo(429);
    }

    @Test
    void stopWhoUsesADeadLinkAgainAndAgainButNobodyWithALiveOne() {
        MadeLink used = aLink(kim);
        aVisitor().post(pathOf(used));
        PortalVisitor stranger = aVisitor();
        for (int i = 0; i < 300; i++) {
            assertThat(stranger.post(pathOf(used)).status()).isEqualTo(303);
        }
        assertTooOften(stranger.post(pathOf(used)));

        assertThat(stranger.post(pathOf(aLink(kim))).status()).isEqualTo(303);
        assertThat(stranger.isSignedIn()).isTrue();
    }

    @Test
    void stopWhoAsksForNewLinksAlikeForADeadLinkAndForNone() {
        MadeLink used = aLink(kim);
        aVisitor().post(pathOf(used));
        String never = "/in/" + "A".repeat(43);
        for (int i = 0; i < 10; i++) {
            assertThat(aVisitor().post(pathOf(used) + "/renew").status()).isEqualTo(200);
            assertThat(aVisitor().post(never + "/renew").status()).isEqualTo(200);
        }

        assertTooOften(aVisitor().post(pathOf(used) + "/renew"));
        assertTooOften(aVisitor().post(never + "/renew"));
    }

    @Test
    void takeNoOrderFromWhomTheyRefuse() {
        IntStream.range(0, 15).forEach(i -> askFor(address(kim)));

        assertThat(ordered()).hasSize(10);
    }
}
