package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.Membership;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AdvanceTests extends AutomationTest {
    @Autowired
    Membership membership;

    @Test
    void doTheirStepsInOrder() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme,
                Definition.once(
                        new Trigger.Created(),
                        List.of(new Condition.HasTag("vip")),
                        new Step.AddTag("greeted"),
                        new Step.SendMail(AutomationMail.WELCOME),
                        new Step.Stop(),
                        new Step.AddTag("never")));
        Contact vip = aContact().tagged("vip").in(acme);
        Contact other = aContact().in(acme);

        soon().until(() -> history(acme, vip).size() == 3);
        assertThat(history(acme, vip)).containsExactlyInAnyOrder("add-tag DONE", "send-mail MAILED", "stop DONE");
        assertThat(contacts.get(acme.id(), vip.id()).tags()).containsExactlyInAnyOrder("vip", "greeted");
        soon().until(() -> entries(acme) == 1);
        assertThat(history(acme, other)).isEmpty();
        assertThat(finished(acme, made)).isOne();
    }

    @Test
    void tellTheLatestStepsWithoutReadingAllOfThem() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(acme, Definition.once(new Trigger.Called(), List.of(), new Step.Stop()));
        tenancy.run(acme.id(), () -> {
            jdbc.sql("""
                    insert into automation_entry (workspace_id, id, automation_id, version, contact_id, state, due_at, depth,
                        entered_at, ended_at)
                    select ?, gen_random_uuid(), ?, 1, gen_random_uuid(), 'finished', now(), 0, now(), now()
                    from generate_series(1, 5000)""").params(acme.id().value(), made.id().value()).update();
            jdbc.sql("""
                    insert into automation_step (workspace_id, entry_id, n, automation_id, contact_id, step, outcome, at)
                    select workspace_id, id, 0, automation_id, contact_id, 'stop', 'done', now() - random() * interval '9 days'
                    from automation_entry where workspace_id = ?""").param(acme.id().value()).update();
        });
        jdbc.sql("analyze automation_entry, automation_step").update();

        assertThat(tenancy.in(acme.id(), () -> {
                    assertThat(past.of(acme.id(), made.id(), 50))
                            .hasSize(50)
                            .isSortedAccordingTo(
                                    Comparator.comparing(TakenStep::at).reversed());
                    return jdbc.sql("""
                            select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
                            where relname = 'automation_step'""").query(Long.class).single();
                }))
                .isLessThan(200);
    }

    @Test
    void doNothingTwiceWhenNodesMeet() throws Exception {
        Workspace acme = aWorkspace();
        anAutomation(
                acme, Definition.once(new Trigger.Created(), List.of(), new Step.SendMail(AutomationMail.WELCOME)));
        for (int i = 0; i < 10; i++) {
            aContact().in(acme);
        }
        List<Thread> nodes = IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 20; i++) {
                        advance.next();
                    }
                }))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }

        soon().until(() -> mails(acme) >= 10);
        assertThat(mails(acme)).isEqualTo(10);
    }

    @Test
    void rollBackWhatTheyDidWhenTheNodeFallsInMidStep() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.SendMail(AutomationMail.WELCOME),
                        new Step.AddTag("b")));
        theDatabaseFailsWhen(acme, "new.step = 'add-tag'");
        tag(acme, kim, "a");

        soon().until(() -> waitsForAnotherTry(acme));
        assertThat(mails(acme)).isZero();
        assertThat(history(acme, kim)).isEmpty();
    }

    @Test
    void goOnOneByOneWhenTogetherTheyCannot() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.SendMail(AutomationMail.WELCOME)));
        automations.pause(acme.id(), made.id(), PORTICO);
        automations.resume(acme.id(), made.id(), PORTICO);
        Contact clumsy = aContact().in(acme);
        theDatabaseFailsWhen(acme, "new.contact_id = '" + clumsy.id() + "'");
        List<Contact> all = List.of(aContact().in(acme), clumsy, aContact().in(acme));
        tagging.add(acme.id(), new Selection.These(all.stream().map(Contact::id).toList()), "a", PORTICO);

        soon().until(() -> mails(acme) == 2 && waitsForAnotherTry(acme));
        assertThat(history(acme, clumsy)).isEmpty();
        assertThat(history(acme, all.getLast())).containsExactly("send-mail MAILED");
    }

    private boolean waitsForAnotherTry(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql(
                                        "select count(*) from automation_entry where state = 'inside' and due_at > now() + interval '5 minutes'")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    /** @param step a row of {@code automation_step}, as {@code new} */
    private void theDatabaseFailsWhen(Workspace workspace, String step) {
        String name = "fails_" + workspace.slug().value().replace('-', '_');
        jdbc.sql("""
                create function %1$s() returns trigger language plpgsql as $$
                begin raise exception 'falls'; end $$;
                create trigger %1$s before insert on automation_step for each row
                    when (new.workspace_id = '%2$s' and %3$s) execute function %1$s()""".formatted(name, workspace.id(), step)).update();
    }

    @Test
    void restWhilePausedAndLeaveOutWhoCannotBeMailed() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.Wait(Duration.ofDays(1)),
                        new Step.SendMail(AutomationMail.WELCOME)));
        Contact inside = aContact().in(acme);
        Contact early = aContact().in(acme);
        tag(acme, inside, "a");
        soon().until(() -> history(acme, inside).size() == 1);
        automations.pause(acme.id(), made.id(), PORTICO);
        tag(acme, early, "a");
        theTimeIsOver(acme);
        others();
        assertThat(history(acme, inside)).as("while it is paused").containsExactly("wait WAITING");
        Contact disabled = aContact().in(acme);
        membership.disable(acme.id(), disabled.id(), PORTICO);
        automations.resume(acme.id(), made.id(), PORTICO);
        tag(acme, disabled, "a");

        soon().until(() -> history(acme, disabled).size() == 1);
        theTimeIsOver(acme);
        soon().until(() ->
                history(acme, disabled).size() == 2 && history(acme, inside).size() == 2);
        assertThat(history(acme, disabled)).containsExactly("send-mail SKIPPED", "wait DONE");
        assertThat(history(acme, inside)).containsExactly("send-mail MAILED", "wait DONE");
        assertThat(history(acme, early)).isEmpty();
    }

    @Test
    void restInASuspendedWorkspaceAndForgetWhoIsDeleted() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.Wait(Duration.ofDays(1)),
                        new Step.SendMail(AutomationMail.WELCOME)));
        Contact kim = aContact().in(acme);
        Contact lee = aContact().in(acme);
        tag(acme, kim, "a");
        tag(acme, lee, "a");
        soon().until(() -> history(acme, kim).size() == 1 && history(acme, lee).size() == 1);

        contacts.delete(acme.id(), lee.id(), PORTICO);
        workspaces.suspend(acme.id(), "none", PORTICO);
        tag(acme, aContact().in(acme), "a");
        theTimeIsOver(acme);
        others();
        assertThat(mails(acme)).isZero();
        assertThat(entries(acme)).as("those from before").isEqualTo(2);

        workspaces.resume(acme.id(), PORTICO);
        soon().until(() -> mails(acme) == 1);
        soon().until(() -> tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select state from automation_entry where contact_id = ?")
                                .param(lee.id().value())
                                .query(String.class)
                                .single())
                .equals("stopped"));
        assertThat(mails(acme)).isOne();
    }
}
