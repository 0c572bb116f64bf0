package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.portal.PortalVisitor.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stranger can learn about addresses at the portal's doors: from answers nothing, from time nothing. */
class OracleTests extends PortalTest {
    private static final Logger LOG = LoggerFactory.getLogger(OracleTests.class);
    private static final String NOBODY = "nobody";
    private static final String NOBODY_ELSE = "nobody else";

    @Autowired
    private Suppressions suppressions;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Random random = new Random(11);
    private Contact known;

    @BeforeEach
    void peopleOfEveryKind() {
        known = aContact().at("known-0@example.com").in(acme);
        addresses.put("known", "known-0@example.com");
        Contact disabled = aContact().at("gone-00@example.com").in(acme);
        membership.disable(acme.id(), disabled.id(), PORTICO);
        addresses.put("disabled", "gone-00@example.com");
        aContact().at("back-00@example.com").in(acme);
        suppressions.add(acme.id(), EmailAddress.of("back-00@example.com"), SuppressionReason.COMPLAINED, "", PORTICO);
        addresses.put("suppressed", "back-00@example.com");
        addresses.put(NOBODY, "none-00@example.com");
        addresses.put(NOBODY_ELSE, "none-01@example.com");
    }

    /** One request of one kind. */
    private interface Request {
        Page send(PortalVisitor visitor, String address);
    }

    private static Page askForAMail(PortalVisitor visitor, String address) {
        return visitor.post("/sign-in", "email", address);
    }

    private static Page typeACode(PortalVisitor visitor, String address) {
        return visitor.post("/sign-in/code", "email", address, "code", "000000", "sent", "true");
    }

    @Test
    void takesAsLongToAskForAMailForAnybody() {
        assertAlike(60, 20, OracleTests::askForAMail);
    }

    @Test
    @Tag("soak")
    void takesAsLongToAskForAMailForAnybodyInAThousandSamples() {
        assertAlike(1_000, 100, OracleTests::askForAMail);
    }

    @Test
    void takesAsLongToRefuseACodeForAnybody() {
        assertAlike(60, 20, OracleTests::typeACode);
    }

    @Test
    @Tag("soak")
    void takesAsLongToRefuseACodeForAnybodyInAThousandSamples() {
        assertAlike(1_000, 100, OracleTests::typeACode);
    }

    private void assertAlike(int rounds, int warmUp, Request request) {
        measure(warmUp, request);
        Timings timings = measure(rounds, request);
        LOG.info("{}", timings);

        assertThat(timings.differences().values())
                .as(timings::toString)
                .allMatch(difference -> Math.abs(difference) <= timings.noise());
    }

    /** The kinds in another order each round, over one connection; now and then limits and tries are forgotten. */
    private Timings measure(int rounds, Request request) {
        var timings = new Timings(NOBODY, NOBODY_ELSE);
        PortalVisitor visitor = aVisitor();
        Set<String> answers = new HashSet<>();
        List<String> kinds = new ArrayList<>(addresses.keySet());
        for (int round = 0; round < rounds; round++) {
            if (round % 4 == 0) {
                beginAnew();
            }
            Collections.shuffle(kinds, random);
            for (String kind : kinds) {
                String address = addresses.getOrDefault(kind, "");
                long start = System.nanoTime();
                Page page = request.send(visitor, address);
                timings.add(kind, System.nanoTime() - start);
                // Every hundredth answer on a connection says that it closes, whoever asks.
                answers.add(page.comparable().replace(address, "…").replace("connection=[close], ", ""));
            }
        }
        assertThat(answers).as("status, headers and body").hasSize(1);
        return timings;
    }

    /** One live code for the contact who has one, and nobody has come too often. */
    private void beginAnew() {
        links.revokeAll(acme.id(), known.id(), PORTICO);
        while (aMailedCode(known).reveal().equals("000000")) {
            links.revokeAll(acme.id(), known.id(), PORTICO);
        }
        nobodyHasKnocked();
        tenancy.run(acme.id(), () -> jdbc.sql("delete from code_try").update());
    }
}
