package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.access.Membership;
import io.portico.activity.ActivityReaders;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class AutomationsTests extends PorticoTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofNanos(1000);

    @Autowired
    Automations automations;

    @Autowired
    Advance advance;

    @Autowired
    Tagging tagging;

    @Autowired
    Membership membership;

    @Autowired
    ActivityReaders readers;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    /** Puts another definition in the place of a recipe's own. */
    private void anAutomation(Workspace workspace, Recipe place, Definition definition) {
        automations.switchOn(workspace.id(), place, PORTICO);
        var id = automations.of(workspace.id(), place).orElseThrow().id();
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update automation_version set definition = ?::jsonb where automation_id = ?")
                        .params(json.writeValueAsString(definition), id.value())
                        .update());
    }

    private void tag(Workspace workspace, Contact contact, String tag) {
        tagging.add(workspace.id(), Selection.of(contact.id()), tag, PORTICO);
    }

    private List<String> history(Workspace workspace, Contact contact) {
        return automations.history(workspace.id(), contact.id(), 50).stream()
                .map(line -> line.step() + " " + line.outcome())
                .toList();
    }

    private long entries(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from automation_entry")
                        .query(Long.class)
                        .single());
    }

    private long mails(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from outbox where kind like 'automation-%'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void doTheirStepsInOrder() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Recipe.WELCOME,
                Definition.once(
                        new Trigger.Created(),
                        List.of(new Condition.HasTag("vip")),
                        new Step.AddTag("greeted"),
                        new Step.SendMail(AutomationMail.WELCOME),
                        new Step.Stop(),
                        new Step.AddTag("never")));
        Contact vip = aContact().tagged("vip").in(acme);
        Contact other = aContact().in(acme);

        await().atMost(LONG).until(() -> history(acme, vip).size() == 3);
        assertThat(history(acme, vip)).containsExactlyInAnyOrder("add-tag DONE", "send-mail MAILED", "stop DONE");
        assertThat(contacts.get(acme.id(), vip.id()).tags()).containsExactlyInAnyOrder("vip", "greeted");
        await().atMost(LONG).until(() -> entries(acme) == 1);
        assertThat(history(acme, other)).isEmpty();
        assertThat(automations.of(acme.id(), Recipe.WELCOME).orElseThrow().finished())
                .isOne();
    }

    @Test
    void letAContactInOnceHoweverOftenTheLogIsDelivered() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Recipe.WELCOME,
                new Definition(
                        new Trigger.Tagged("a"),
                        List.of(),
                        List.of(new Step.SendMail(AutomationMail.WELCOME)),
                        AT_ONCE));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        await().atMost(LONG).until(() -> mails(acme) == 1);

        readers.rewind(Entering.NAME);
        Contact last = aContact().in(acme);
        tag(acme, last, "a");

        await().atMost(LONG).until(() -> mails(acme) >= 2);
        assertThat(history(acme, kim)).hasSize(1);
    }

    @Test
    void doNothingTwiceWhenNodesMeet() throws Exception {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Recipe.WELCOME,
                Definition.once(new Trigger.Created(), List.of(), new Step.SendMail(AutomationMail.WELCOME)));
        for (int i = 0; i < 10; i++) {
            aContact().in(acme);
        }
        List<Thread> nodes = java.util.stream.IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 20; i++) {
                        advance.next();
                    }
                }))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }

        await().atMost(LONG).until(() -> mails(acme) >= 10);
        assertThat(mails(acme)).isEqualTo(10);
    }

    @Test
    void rollBackWhatTheyDidWhenTheNodeFallsInMidStep() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        anAutomation(
                acme,
                Recipe.WELCOME,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.SendMail(AutomationMail.WELCOME),
                        new Step.AddTag(tooLongForAnIndex())));
        tag(acme, kim, "a");

        await().atMost(LONG)
                .until(() -> tenancy.in(
                        acme.id(),
                        () -> jdbc.sql(
                                                "select count(*) from automation_entry where due_at > now() + interval '5 minutes'")
                                        .query(Long.class)
                                        .single()
                                == 1));
        assertThat(mails(acme)).isZero();
        assertThat(history(acme, kim)).isEmpty();
    }

    private static String tooLongForAnIndex() {
        return java.util.stream.Stream.generate(java.util.UUID::randomUUID)
                .limit(500)
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void endWhenTheyLeadToOneAnotherTooDeep() {
        Workspace acme = aWorkspace();
        anAutomation(acme, Recipe.WELCOME, swap("a", "b"));
        anAutomation(acme, Recipe.INVITE_CLIENTS, swap("b", "a"));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");

        await().atMost(LONG).until(() -> entries(acme) == Entering.DEEPEST + 1);
        await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> entries(acme) == Entering.DEEPEST + 1);
    }

    private static Definition swap(String from, String to) {
        return new Definition(
                new Trigger.Tagged(from), List.of(), List.of(new Step.RemoveTag(from), new Step.AddTag(to)), AT_ONCE);
    }

    @Test
    void sendNoMoreMailsThanADayMayBring() {
        Workspace acme = aWorkspace();
        var mail = new Step.SendMail(AutomationMail.WELCOME);
        anAutomation(
                acme, Recipe.WELCOME, Definition.once(new Trigger.Created(), List.of(), mail, mail, mail, mail, mail));
        Contact kim = aContact().in(acme);

        await().atMost(LONG).until(() -> history(acme, kim).size() == 5);
        assertThat(history(acme, kim)).filteredOn("send-mail CAPPED"::equals).hasSize(2);
        assertThat(mails(acme)).isEqualTo(StepActions.MAILS_A_DAY);
    }

    @Test
    void restWhilePausedAndLeaveOutWhoCannotBeMailed() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Recipe.WELCOME,
                Definition.once(new Trigger.Tagged("a"), List.of(), new Step.SendMail(AutomationMail.WELCOME)));
        Contact early = aContact().in(acme);
        automations.pause(acme.id(), Recipe.WELCOME, PORTICO);
        tag(acme, early, "a");
        Contact disabled = aContact().in(acme);
        membership.disable(acme.id(), disabled.id(), PORTICO);
        // Only when the log was read while it was paused.
        await().atMost(LONG)
                .until(() -> tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("""
                                select (select (xact, id) from automation_position)
                                    >= (select (xact, id) from activity where workspace_id = ? and kind = 'contact.disabled')""")
                                .param(acme.id().value())
                                .query(Boolean.class)
                                .single()));

        automations.switchOn(acme.id(), Recipe.WELCOME, PORTICO);
        tag(acme, disabled, "a");

        await().atMost(LONG).until(() -> history(acme, disabled).size() == 1);
        assertThat(history(acme, disabled)).containsExactly("send-mail SKIPPED");
        assertThat(history(acme, early)).isEmpty();
    }

    @Test
    void sayInADryRunWhatWouldHappenWhen() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().invited().in(acme);
        Contact lee = aContact().in(acme);

        DryRun run = automations.dryRun(acme.id(), Recipe.REMIND_INVITED, kim.id());

        assertThat(run.enters()).isTrue();
        assertThat(run.steps())
                .extracting(planned -> Duration.between(run.steps().getFirst().at(), planned.at())
                        .toDays())
                .containsExactly(0L, 3L, 3L, 7L);
        assertThat(automations
                        .dryRun(acme.id(), Recipe.REMIND_INVITED, lee.id())
                        .enters())
                .isFalse();
    }
}
