package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.kernel.Language;
import io.portico.mail.MailWords;
import io.portico.mail.Mailbox;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValueResult;
import io.portico.mail.OwnValues;
import io.portico.mail.ValueUse;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AutomationsTests extends AutomationTest {
    @Autowired
    DryRuns dryRuns;

    @Autowired
    Entrance entrance;

    @Autowired
    OwnValues values;

    @Autowired
    Mailbox mailbox;

    @Test
    void keepTheVersionThatAContactEntered() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"), List.of(), new Step.Wait(Duration.ofDays(1)), new Step.AddTag("one")));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        soon().until(() -> history(acme, kim).size() == 1);

        assertThat(automations.edit(
                        acme.id(),
                        made.id(),
                        made.edition(),
                        "Test",
                        draft -> draft.withSteps(
                                all -> List.of(new Step.Wait(Duration.ofDays(1)), new Step.AddTag("two")))))
                .isTrue();
        assertThat(automations.edit(acme.id(), made.id(), made.edition(), "Test", draft -> draft))
                .as("an edition that was not seen")
                .isFalse();
        assertThat(automations.get(acme.id(), made.id()).version()).isEqualTo(1);
        assertThat(automations.switchOn(acme.id(), made.id(), PORTICO)).isEqualTo(new SwitchResult.On(2));
        Contact lee = aContact().in(acme);
        tag(acme, lee, "a");
        soon().until(() -> history(acme, lee).size() == 1);

        theTimeIsOver(acme);
        soon().until(() -> history(acme, kim).size() == 2 && history(acme, lee).size() == 2);
        assertThat(contacts.get(acme.id(), kim.id()).tags()).containsExactlyInAnyOrder("a", "one");
        assertThat(contacts.get(acme.id(), lee.id()).tags()).containsExactlyInAnyOrder("a", "two");
    }

    @Test
    void keepTheValuesThatTheirMailsName() {
        Workspace acme = aWorkspace();
        var hours = new OwnValue("hours", "9 to 5");
        values.add(acme.id(), hours, PORTICO);
        var words = new MailWords("Hi", "", "Open {{custom_values.hours}}", "Open");
        Automation made = automations
                .create(
                        acme.id(),
                        "Hours",
                        Definition.once(
                                new Trigger.Tagged("a"),
                                List.of(),
                                new Step.Wait(Duration.ofDays(1)),
                                new Step.Write(words)))
                .orElseThrow();
        var inUse = new OwnValueResult.InUse(List.of(new ValueUse.InAutomation("Hours", "/automations/" + made.id())));
        assertThat(values.delete(acme.id(), hours, PORTICO)).as("a draft").isEqualTo(inUse);

        automations.switchOn(acme.id(), made.id(), PORTICO);
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        soon().until(() -> history(acme, kim).size() == 1);
        automations.edit(acme.id(), made.id(), 1, "Hours", draft -> draft.withSteps(all -> List.of(new Step.Stop())));
        assertThat(values.delete(acme.id(), hours, PORTICO))
                .as("what contacts enter")
                .isEqualTo(inUse);
        automations.switchOn(acme.id(), made.id(), PORTICO);
        assertThat(values.delete(acme.id(), hours, PORTICO))
                .as("the version of somebody inside")
                .isEqualTo(inUse);

        theTimeIsOver(acme);
        soon().until(() -> history(acme, kim).contains("write MAILED"));
        soon().until(() -> mailbox.latest(acme.id(), 1, Optional.empty()).size() == 1);
        assertThat(values.delete(acme.id(), hours, PORTICO)).isInstanceOf(OwnValueResult.Done.class);
        assertThat(automations.edit(
                        acme.id(),
                        made.id(),
                        2,
                        "Hours",
                        draft -> draft.withSteps(all -> List.of(new Step.Write(words)))))
                .as("a value that was deleted since it was checked")
                .isFalse();
    }

    @Test
    void letAContactInAgainAfterItsDaysAndNotBefore() {
        Workspace acme = aWorkspace();
        Automation once = anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.Stop()));
        Automation monthly = anAutomation(
                acme,
                new Definition(new Trigger.Tagged("a"), List.of(), List.of(new Step.Stop()), Duration.ofDays(30)));
        Contact kim = aContact().in(acme);
        assertThat(entrance.enter(acme.id(), once.id(), kim.id())).isTrue();
        assertThat(entrance.enter(acme.id(), monthly.id(), kim.id())).isTrue();
        soon().until(() -> finished(acme, monthly) == 1 && finished(acme, once) == 1);

        enteredDaysAgo(acme, 29);
        assertThat(entrance.enter(acme.id(), monthly.id(), kim.id())).isFalse();
        enteredDaysAgo(acme, 31);
        assertThat(entrance.enter(acme.id(), monthly.id(), kim.id())).isTrue();
        assertThat(entrance.enter(acme.id(), once.id(), kim.id())).isFalse();
    }

    @Test
    void haveAContactInsideOnceAtATime() {
        Workspace acme = aWorkspace();
        List<Step> steps = List.of(new Step.Wait(Duration.ofDays(90)));
        Automation daily =
                anAutomation(acme, new Definition(new Trigger.Called(), List.of(), steps, Duration.ofDays(1)));
        Contact kim = aContact().in(acme);
        assertThat(entrance.enter(acme.id(), daily.id(), kim.id())).isTrue();
        enteredDaysAgo(acme, 2);

        assertThat(entrance.enter(acme.id(), daily.id(), kim.id())).isFalse();
        assertThat(entries(acme)).isOne();
    }

    private void enteredDaysAgo(Workspace workspace, int days) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update automation_entry set entered_at = now() - make_interval(days => ?)")
                        .param(days)
                        .update());
    }

    @Test
    void areFoundWithoutCountingWhoWentThrough() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.Stop()));
        aContact().tagged("a").in(acme);
        Runnable looks = () -> {
            automations.get(acme.id(), made.id());
            automations.all(acme.id());
            automations.hold(acme.id(), made.id());
            automations.edit(acme.id(), made.id(), made.edition(), "Test", draft -> draft);
        };

        assertThat(tenancy.in(acme.id(), () -> {
                    long before = looksAtEntries();
                    looks.run();
                    return looksAtEntries() - before;
                }))
                .isZero();
    }

    /** Of the transaction. */
    private long looksAtEntries() {
        return jdbc.sql("""
                select seq_scan + idx_scan from pg_stat_xact_user_tables where relname = 'automation_entry'""").query(Long.class).single();
    }

    @Test
    void goNoFurtherOnceRemoved() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.Wait(Duration.ofDays(1)),
                        new Step.SendMail(AutomationMail.WELCOME)));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        soon().until(() -> history(acme, kim).size() == 1);

        automations.remove(acme.id(), made.id(), PORTICO);
        theTimeIsOver(acme);
        others();

        assertThat(mails(acme)).isZero();
        assertThat(entries(acme)).isZero();
        assertThat(entrance.enter(acme.id(), made.id(), kim.id())).isFalse();
    }

    @Test
    void sayInADryRunWhatWouldHappenWhen() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().invited().in(acme);
        Contact lee = aContact().in(acme);

        DryRun run = dryRuns.of(acme.id(), Recipe.REMIND_INVITED.definition(), kim.id());

        assertThat(run.enters()).isTrue();
        assertThat(run.steps())
                .extracting(planned -> Duration.between(run.steps().getFirst().at(), planned.at())
                        .toDays())
                .containsExactly(0L, 3L, 3L, 7L);
        assertThat(dryRuns.of(acme.id(), Recipe.REMIND_INVITED.definition(), lee.id())
                        .enters())
                .isFalse();
    }

    @Test
    void areEnteredOnlyByWhomAllConditionsHoldFor() {
        Workspace acme = aWorkspace();
        Contact kim = aContact()
                .invited()
                .tagged("vip")
                .speaking(Language.KO)
                .with("plan", "gold")
                .in(acme);
        Contact lee = aContact().speaking(Language.EN).with("plan", "Gold").in(acme);
        var conditions = List.of(
                new Condition.HasState(Set.of(MembershipState.INVITED, MembershipState.JOINED)),
                new Condition.HasTag("vip"),
                new Condition.Speaks(Language.KO),
                new Condition.HasField("plan", "gold"));

        assertThat(mayEnter(acme, kim, conditions)).isTrue();
        assertThat(conditions)
                .allSatisfy(
                        each -> assertThat(mayEnter(acme, lee, List.of(each))).isFalse());
        assertThat(mayEnter(acme, kim, List.of(conditions.getFirst(), new Condition.HasTag("other"))))
                .isFalse();
    }

    private boolean mayEnter(Workspace workspace, Contact contact, List<? extends Condition> conditions) {
        var definition = Definition.once(new Trigger.Created(), List.copyOf(conditions), new Step.Stop());
        return dryRuns.of(workspace.id(), definition, contact.id()).enters();
    }

    @Test
    void doNothingInADryRun() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        var words = new MailWords("Hi", "", "{{portal.magic_link}}", "Open");
        var all = Definition.once(
                new Trigger.Created(),
                List.of(),
                new Step.Invite(),
                new Step.SendLoginEmail(),
                new Step.Write(words),
                new Step.SendMail(AutomationMail.WELCOME),
                new Step.AddTag("dry"),
                new Step.NotifyOperators("Look"),
                new Step.Wait(Duration.ofDays(1)),
                new Step.Stop());
        long before = count(acme, "activity");

        assertThat(dryRuns.of(acme.id(), all, kim.id()).steps()).hasSize(8);

        assertThat(contacts.get(acme.id(), kim.id())).isEqualTo(kim);
        assertThat(count(acme, "activity")).isEqualTo(before);
        assertThat(List.of("outbox", "magic_link", "invitation", "automation_entry", "mail_words"))
                .allSatisfy(table -> assertThat(count(acme, table)).isZero());
    }

    private long count(Workspace workspace, String table) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }
}
