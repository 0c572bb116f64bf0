package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DormantTests extends PorticoTest {
    @Autowired
    Automations automations;

    @Autowired
    Dormant dormant;

    @Test
    void areWrittenToOnce() {
        Workspace acme = aWorkspace();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Contact away = aContact().lastSeenOn(today.minusDays(31)).in(acme);
        Contact here = aContact().lastSeenOn(today.minusDays(29)).in(acme);
        Contact disabled = aContact().lastSeenOn(today.minusDays(40)).disabled().in(acme);
        automations.switchOn(acme.id(), Recipe.WAKE_DORMANT, PORTICO);

        dormant.look();
        dormant.look();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !automations.history(acme.id(), away.id(), 10).isEmpty());
        dormant.look();
        assertThat(automations.history(acme.id(), away.id(), 10))
                .extracting(EntryLine::outcome)
                .containsExactly(StepOutcome.MAILED);
        assertThat(automations.history(acme.id(), here.id(), 10)).isEmpty();
        assertThat(automations.history(acme.id(), disabled.id(), 10)).isEmpty();
    }
}
