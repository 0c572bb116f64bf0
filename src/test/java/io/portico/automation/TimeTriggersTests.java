package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TimeTriggersTests extends PorticoTest {
    @Autowired
    Automations automations;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutomationHistory past;

    @Autowired
    TimeTriggers triggers;

    @Test
    void letTheDormantInOnce() {
        Workspace acme = aWorkspace();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Contact away = aContact().lastSeenOn(today.minusDays(31)).in(acme);
        Contact here = aContact().lastSeenOn(today.minusDays(29)).in(acme);
        Contact disabled = aContact().lastSeenOn(today.minusDays(40)).disabled().in(acme);
        automations.switchOn(acme.id(), Recipe.WAKE_DORMANT, "Wake", PORTICO);
        Workspace suspended = aWorkspace();
        Contact resting = aContact().lastSeenOn(today.minusDays(31)).in(suspended);
        automations.switchOn(suspended.id(), Recipe.WAKE_DORMANT, "Wake", PORTICO);
        workspaces.suspend(suspended.id(), "none", PORTICO);

        triggers.look();
        triggers.look();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !AutomationTest.steps(past, acme, away).isEmpty());
        triggers.look();
        assertThat(AutomationTest.steps(past, acme, away))
                .extracting(TakenStep::outcome)
                .containsExactly(StepOutcome.MAILED);
        assertThat(AutomationTest.steps(past, acme, here)).isEmpty();
        assertThat(AutomationTest.steps(past, acme, disabled)).isEmpty();
        assertThat(past.passages(suspended.id(), PassageQuery.of(resting.id(), 10)))
                .isEmpty();
    }

    @Test
    void letThoseInWhoseInvitationIsUnanswered() {
        Workspace acme = aWorkspace();
        Contact waiting = aContact().invited().in(acme);
        Contact fresh = aContact().invited().in(acme);
        Contact joined = aContact().invited().joined().in(acme);
        sentDaysAgo(acme, waiting, 8);
        sentDaysAgo(acme, fresh, 6);
        sentDaysAgo(acme, joined, 8);
        Automation made = automations
                .create(
                        acme.id(),
                        "Unanswered",
                        Definition.once(new Trigger.Unanswered(7), List.of(), new Step.AddTag("slow")))
                .orElseThrow();
        automations.switchOn(acme.id(), made.id(), PORTICO);

        triggers.look();
        triggers.look();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> contacts.get(acme.id(), waiting.id()).tags().contains("slow"));
        assertThat(past.of(acme.id(), made.id(), 10)).hasSize(1);
    }

    @Test
    void letNobodyInWhomTheConditionsKeepOut() {
        Workspace acme = aWorkspace();
        Contact vip = aContact()
                .tagged("vip")
                .lastSeenOn(LocalDate.now(ZoneOffset.UTC).minusDays(40))
                .in(acme);
        dormant(acme, vip, 1200);
        Automation made = automations
                .create(
                        acme.id(),
                        "Wake",
                        Definition.once(
                                new Trigger.Unseen(30),
                                List.of(new Condition.HasTag("vip")),
                                new Step.Wait(Duration.ofDays(1))))
                .orElseThrow();
        automations.switchOn(acme.id(), made.id(), PORTICO);
        theDatabaseRefusesToLetIn(acme, vip);

        triggers.look();

        assertThat(past.passages(acme.id(), PassageQuery.of(vip.id(), 10))).hasSize(1);
    }

    /** So many like somebody, without a tag; before and behind them. */
    private void dormant(Workspace workspace, Contact like, int many) {
        var sql = """
                insert into contact (workspace_id, id, source, created_at, updated_at, joined_at, last_seen_on)
                select c.workspace_id, gen_random_uuid(), c.source, c.created_at, c.updated_at, c.joined_at, c.last_seen_on
                from contact c cross join generate_series(1, ?) where c.workspace_id = ? and c.id = ?""";
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(sql)
                        .params(many, workspace.id().value(), like.id().value())
                        .update());
    }

    private void theDatabaseRefusesToLetIn(Workspace workspace, Contact except) {
        jdbc.sql("""
                create function refuses() returns trigger language plpgsql as $$
                begin raise exception 'nobody enters'; end $$;
                create trigger refuses before insert on automation_entry for each row
                    when (new.workspace_id = '%s' and new.contact_id <> '%s') execute function refuses()""".formatted(workspace.id(), except.id())).update();
    }

    private void sentDaysAgo(Workspace workspace, Contact contact, int days) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("""
                        insert into invitation (workspace_id, id, contact_id, first_sent_at, last_sent_at, expires_at, state)
                        values (:workspace, gen_random_uuid(), :contact, now(), now(), now() + interval '1 day', 'pending')
                        on conflict (workspace_id, contact_id) do update set state = 'pending'""")
                        .param("workspace", workspace.id().value())
                        .param("contact", contact.id().value())
                        .update());
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(
                                "update invitation set last_sent_at = now() - make_interval(days => ?) where contact_id = ?")
                        .params(days, contact.id().value())
                        .update());
    }
}
