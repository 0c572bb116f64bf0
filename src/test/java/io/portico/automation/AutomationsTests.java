package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.access.Membership;
import io.portico.activity.ActivityReaders;
import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.kernel.MailId;
import io.portico.kernel.WebhookId;
import io.portico.mail.MailBounced;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.mail.MailWords;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValueResult;
import io.portico.mail.OwnValues;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.mail.ValueUse;
import io.portico.outreach.Invitations;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import io.portico.webhooks.delivery.Deliveries;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AutomationsTests extends PorticoTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofNanos(1000);

    @Autowired
    Automations automations;

    @Autowired
    DryRuns dryRuns;

    @Autowired
    AutomationHistory past;

    @Autowired
    Advance advance;

    @Autowired
    Tagging tagging;

    @Autowired
    Invitations invitations;

    @Autowired
    Suppressions suppressions;

    @Autowired
    OwnValues values;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Membership membership;

    @Autowired
    ActivityReaders readers;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private Automation anAutomation(Workspace workspace, Definition definition) {
        Automation made = automations.create(workspace.id(), "Test", definition).orElseThrow();
        automations.switchOn(workspace.id(), made.id(), PORTICO);
        return automations.get(workspace.id(), made.id());
    }

    private void tag(Workspace workspace, Contact contact, String tag) {
        tagging.add(workspace.id(), Selection.of(contact.id()), tag, PORTICO);
    }

    private List<String> history(Workspace workspace, Contact contact) {
        return past.of(workspace.id(), contact.id(), 50).stream()
                .map(line -> line.step().kind().word() + " " + line.outcome())
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

        await().atMost(LONG).until(() -> history(acme, vip).size() == 3);
        assertThat(history(acme, vip)).containsExactlyInAnyOrder("add-tag DONE", "send-mail MAILED", "stop DONE");
        assertThat(contacts.get(acme.id(), vip.id()).tags()).containsExactlyInAnyOrder("vip", "greeted");
        await().atMost(LONG).until(() -> entries(acme) == 1);
        assertThat(history(acme, other)).isEmpty();
        assertThat(automations.get(acme.id(), made.id()).finished()).isOne();
    }

    @Test
    void letAContactInOnceHoweverOftenTheLogIsDelivered() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                new Definition(
                        new Trigger.Tagged("a"),
                        List.of(),
                        List.of(new Step.SendMail(AutomationMail.WELCOME)),
                        AT_ONCE));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        await().atMost(LONG).until(() -> mails(acme) == 1);

        readers.rewind(LogTriggers.NAME);
        Contact last = aContact().in(acme);
        tag(acme, last, "a");

        await().atMost(LONG).until(() -> mails(acme) >= 2);
        assertThat(history(acme, kim)).hasSize(1);
    }

    @Test
    void doNothingTwiceWhenNodesMeet() throws Exception {
        Workspace acme = aWorkspace();
        anAutomation(
                acme, Definition.once(new Trigger.Created(), List.of(), new Step.SendMail(AutomationMail.WELCOME)));
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
        await().atMost(LONG).until(() -> history(acme, kim).size() == 1);
        automations.edit(acme.id(), made.id(), 1, "Hours", draft -> draft.withSteps(all -> List.of(new Step.Stop())));
        assertThat(values.delete(acme.id(), hours, PORTICO))
                .as("what contacts enter")
                .isEqualTo(inUse);
        automations.switchOn(acme.id(), made.id(), PORTICO);
        assertThat(values.delete(acme.id(), hours, PORTICO))
                .as("the version of somebody inside")
                .isEqualTo(inUse);

        theTimeIsOver(acme);
        await().atMost(LONG).until(() -> history(acme, kim).contains("write MAILED"));
        await().atMost(LONG)
                .until(() -> mailbox.latest(acme.id(), 1, Optional.empty()).size() == 1);
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
        theDatabaseFailsAtATag(acme);
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

    private void theDatabaseFailsAtATag(Workspace workspace) {
        String name = "fails_" + workspace.slug().value().replace('-', '_');
        jdbc.sql("""
                create function %1$s() returns trigger language plpgsql as $$
                begin raise exception 'falls'; end $$;
                create trigger %1$s before insert on automation_step for each row
                    when (new.step = 'add-tag' and new.workspace_id = '%2$s') execute function %1$s()""".formatted(name, workspace.id())).update();
    }

    @Test
    void endWhenTheyLeadToOneAnotherTooDeep() {
        Workspace acme = aWorkspace();
        anAutomation(acme, swap("a", "b"));
        anAutomation(acme, swap("b", "a"));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");

        await().atMost(LONG).until(() -> entries(acme) == LogTriggers.DEEPEST + 1);
        await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> entries(acme) == LogTriggers.DEEPEST + 1);
    }

    private static Definition swap(String from, String to) {
        return new Definition(
                new Trigger.Tagged(from), List.of(), List.of(new Step.RemoveTag(from), new Step.AddTag(to)), AT_ONCE);
    }

    @Test
    void sendNoMoreMailsThanADayMayBring() {
        Workspace acme = aWorkspace();
        var mail = new Step.SendMail(AutomationMail.WELCOME);
        anAutomation(acme, Definition.once(new Trigger.Created(), List.of(), mail, mail, mail, mail, mail));
        Contact kim = aContact().in(acme);

        await().atMost(LONG).until(() -> history(acme, kim).size() == 5);
        assertThat(history(acme, kim)).filteredOn("send-mail CAPPED"::equals).hasSize(2);
        assertThat(mails(acme)).isEqualTo(StepMails.MOST_A_DAY);
    }

    @Test
    void restWhilePausedAndLeaveOutWhoCannotBeMailed() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.SendMail(AutomationMail.WELCOME)));
        Contact early = aContact().in(acme);
        automations.pause(acme.id(), made.id(), PORTICO);
        tag(acme, early, "a");
        Contact disabled = aContact().in(acme);
        membership.disable(acme.id(), disabled.id(), PORTICO);
        automations.resume(acme.id(), made.id(), PORTICO);
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
    void waitUntilSomethingHappensOrTheTimeIsOver() {
        Workspace acme = aWorkspace();
        var tagged = new Trigger.Tagged("go");
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.WaitFor(tagged, Duration.ofDays(9), WaitEnd.STOP_UNLESS),
                        new Step.AddTag("went")));
        Contact kim = aContact().in(acme);
        Contact lee = aContact().in(acme);
        tag(acme, kim, "go");
        tag(acme, kim, "a");
        tag(acme, lee, "a");
        await().atMost(LONG)
                .until(() -> history(acme, kim).equals(List.of("wait-for WAITING"))
                        && history(acme, lee).equals(List.of("wait-for WAITING")));

        tag(acme, lee, "go");
        await().atMost(LONG).until(() -> history(acme, lee).size() == 2);
        assertThat(history(acme, lee)).containsExactly("add-tag DONE", "wait-for HAPPENED");
        assertThat(history(acme, kim)).as("what happened before the wait").containsExactly("wait-for WAITING");

        theTimeIsOver(acme);
        await().atMost(LONG).until(() -> history(acme, kim).equals(List.of("wait-for NOT_IN_TIME")));
        assertThat(contacts.get(acme.id(), kim.id()).tags()).doesNotContain("went");
    }

    private void theTimeIsOver(Workspace workspace) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update automation_entry set due_at = now()").update());
    }

    @Test
    void keepTheVersionThatAContactEntered() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"), List.of(), new Step.Wait(Duration.ofDays(1)), new Step.AddTag("one")));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        await().atMost(LONG).until(() -> history(acme, kim).size() == 1);

        assertThat(automations.edit(
                        acme.id(),
                        made.id(),
                        made.edition(),
                        "Test",
                        draft -> draft.withSteps(all -> List.of(new Step.AddTag("two")))))
                .isTrue();
        assertThat(automations.edit(acme.id(), made.id(), made.edition(), "Test", draft -> draft))
                .as("an edition that was not seen")
                .isFalse();
        assertThat(automations.get(acme.id(), made.id()).version()).isEqualTo(1);
        assertThat(automations.switchOn(acme.id(), made.id(), PORTICO)).isEqualTo(new SwitchResult.On(2));
        Contact lee = aContact().in(acme);
        tag(acme, lee, "a");
        await().atMost(LONG)
                .until(() -> contacts.get(acme.id(), lee.id()).tags().contains("two"));

        theTimeIsOver(acme);
        await().atMost(LONG)
                .until(() -> contacts.get(acme.id(), kim.id()).tags().contains("one"));
        assertThat(contacts.get(acme.id(), kim.id()).tags()).doesNotContain("two");
    }

    @Test
    void inviteAndMailWithoutARunOfTheirOwn() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.Invite(),
                        new Step.Invite(),
                        new Step.SendLoginEmail()));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");

        await().atMost(LONG).until(() -> history(acme, kim).size() == 3);
        assertThat(history(acme, kim)).containsExactly("send-login-email SKIPPED", "invite SKIPPED", "invite MAILED");
        assertThat(past.of(acme.id(), kim.id(), 9).getFirst().detail()).isEqualTo("cooldown");
        assertThat(contacts.get(acme.id(), kim.id()).state()).isEqualTo(MembershipState.INVITED);
        assertThat(invitations.of(acme.id(), kim.id())).isPresent();
        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select count(*) from run")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void leaveOutSuppressedAddresses() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.Write(new MailWords("Hi", "", "Hello", "Open")),
                        new Step.Invite()));
        Contact kim = aContact().in(acme);
        suppressions.add(acme.id(), kim.email().orElseThrow(), SuppressionReason.BOUNCED, "550 no", PORTICO);
        tag(acme, kim, "a");

        await().atMost(LONG).until(() -> history(acme, kim).size() == 2);
        assertThat(history(acme, kim)).containsExactly("invite SKIPPED", "write SKIPPED");
        assertThat(past.of(acme.id(), kim.id(), 9))
                .extracting(TakenStep::detail)
                .containsOnly("suppressed");
    }

    @Test
    void writeInTheirOwnWordsWithAFreshLink() {
        Workspace acme = aWorkspace();
        var words = new MailWords("A word to {{contact.first_name}}", "", "Here: {{portal.magic_link}}", "Open");
        anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.Write(words)));
        Contact kim = aContact().named("Minji", "Kim").in(acme);
        tag(acme, kim, "a");

        MailboxEntry entry = await().atMost(LONG)
                .until(() -> mailbox.latest(acme.id(), 1, Optional.empty()), found -> !found.isEmpty())
                .getFirst();
        assertThat(entry.subject()).isEqualTo("A word to Minji");
        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select purpose from magic_link where contact_id = ?")
                                .param(kim.id().value())
                                .query(String.class)
                                .list()))
                .containsExactly("automation");
    }

    @Test
    void tellOperatorsAndAWebhook() {
        Workspace acme = aWorkspace();
        var target = CallTarget.parse("http://127.0.0.1:9/").orElseThrow();
        var wanted = new NewWebhook(target, "", EnumSet.of(WebhookEvent.RUN_FINISHED));
        Webhook named = ((WebhookResult.Saved) webhooks.add(acme.id(), wanted, PORTICO)).webhook();
        Webhook other = ((WebhookResult.Saved) webhooks.add(acme.id(), wanted, PORTICO)).webhook();
        Operator admin = anOperator(acme.id(), Role.ADMIN);
        Operator viewer = anOperator(acme.id(), Role.VIEWER);
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.NotifyOperators("Call them"),
                        new Step.CallWebhook(named.id()),
                        new Step.CallWebhook(new WebhookId(UUID.randomUUID()))));
        Contact kim = aContact().named("Minji", "Kim").in(acme);
        tag(acme, kim, "a");

        await().atMost(LONG).until(() -> history(acme, kim).size() == 3);
        assertThat(history(acme, kim))
                .containsExactly("call-webhook SKIPPED", "call-webhook TOLD", "notify-operators NOTIFIED");
        await().atMost(LONG)
                .until(() -> deliveries
                                .page(acme.id(), named.id(), Optional.empty(), Long.MAX_VALUE, 9)
                                .size()
                        == 1);
        assertThat(deliveries.page(acme.id(), other.id(), Optional.empty(), Long.MAX_VALUE, 9))
                .isEmpty();
        List<MailboxEntry> mails = await().atMost(LONG)
                .until(() -> mailbox.latest(acme.id(), 9, Optional.empty()), found -> found.size() >= 2);
        assertThat(mails)
                .extracting(MailboxEntry::recipient)
                .contains(admin.email().value())
                .doesNotContain(viewer.email().value());
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
        await().atMost(LONG)
                .until(() ->
                        history(acme, kim).size() == 1 && history(acme, lee).size() == 1);

        contacts.delete(acme.id(), lee.id(), PORTICO);
        workspaces.suspend(acme.id(), "none", PORTICO);
        theTimeIsOver(acme);
        await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> mails(acme) == 0);

        workspaces.resume(acme.id(), PORTICO);
        await().atMost(LONG).until(() -> mails(acme) == 1);
        await().atMost(LONG)
                .until(() -> tenancy.in(
                                acme.id(),
                                () -> jdbc.sql("select state from automation_entry where contact_id = ?")
                                        .param(lee.id().value())
                                        .query(String.class)
                                        .single())
                        .equals("stopped"));
        assertThat(mails(acme)).isOne();
    }

    @Test
    void hearOfMailsThatCameBackHoweverTheyDid() {
        Workspace acme = aWorkspace();
        anAutomation(acme, Definition.once(new Trigger.Bounced(), List.of(), new Step.AddTag("bounced")));
        Contact refused = aContact().in(acme);
        Contact later = aContact().in(acme);
        Contact late = aContact().in(acme);
        MailId mail = new MailId(UUID.randomUUID());
        activity.record(
                acme.id(),
                PORTICO,
                List.of(
                        new MailFailed(refused.id(), mail, "invitation", MailFault.NO_SUCH_MAILBOX, "550"),
                        new MailBounced(later.id(), mail, "invitation", "5.1.1"),
                        new MailFailed(late.id(), mail, "invitation", MailFault.OUT_OF_TIME, "451")));

        await().atMost(LONG)
                .until(() -> history(acme, refused).size() == 1
                        && history(acme, later).size() == 1);
        assertThat(history(acme, late)).isEmpty();
    }
}
