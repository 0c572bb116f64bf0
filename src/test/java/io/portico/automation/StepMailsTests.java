package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portico.contacts.Contact;
import io.portico.contacts.InvitationState;
import io.portico.contacts.MembershipState;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.kernel.WebhookId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.mail.SkipReason;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.outreach.Invitations;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class StepMailsTests extends AutomationTest {
    @Autowired
    Invitations invitations;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Mailbox mailbox;

    @Autowired
    @Qualifier("automationReminder")
    MailComposer reminder;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Deliveries deliveries;

    @Test
    void sendNoMoreMailsThanADayMayBring() {
        Workspace acme = aWorkspace();
        var mail = new Step.SendMail(AutomationMail.WELCOME);
        anAutomation(acme, Definition.once(new Trigger.Created(), List.of(), mail, mail, mail, mail, mail));
        Contact kim = aContact().in(acme);

        soon().until(() -> history(acme, kim).size() == 5);
        assertThat(history(acme, kim)).filteredOn("send-mail CAPPED"::equals).hasSize(2);
        assertThat(mails(acme)).isEqualTo(StepMails.MOST_A_DAY);
    }

    @Test
    void tellOperatorsNoMoreThanADayMayBring() {
        Workspace acme = aWorkspace();
        anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.NotifyOperators("Call them")));
        List<ContactId> all = IntStream.range(0, StepMails.MOST_NOTICES_A_DAY + 3)
                .mapToObj(n -> aContact().in(acme).id())
                .toList();
        tagging.add(acme.id(), new Selection.These(all), "a", PORTICO);

        soon().until(() -> outcomes(acme, StepOutcome.CAPPED) == 3);
        assertThat(outcomes(acme, StepOutcome.NOTIFIED)).isEqualTo(StepMails.MOST_NOTICES_A_DAY);
    }

    private long outcomes(Workspace workspace, StepOutcome outcome) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from automation_step where outcome = ?")
                        .param(outcome.word())
                        .query(Long.class)
                        .single());
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

        soon().until(() -> history(acme, kim).size() == 3);
        assertThat(history(acme, kim)).containsExactly("send-login-email SKIPPED", "invite SKIPPED", "invite MAILED");
        assertThat(steps(acme, kim).getFirst().detail()).isEqualTo("cooldown");
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

        soon().until(() -> history(acme, kim).size() == 2);
        assertThat(history(acme, kim)).containsExactly("invite SKIPPED", "write SKIPPED");
        assertThat(steps(acme, kim)).extracting(TakenStep::detail).containsOnly("suppressed");
    }

    @Test
    void remindOnlyThoseWhoseInvitationStandsOrExpired() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.SendMail(AutomationMail.REMINDER)));
        Contact invited = aContact().invited().in(acme);
        Contact expired = aContact().invitedBut(InvitationState.EXPIRED).in(acme);
        Map<Contact, String> others = Map.of(
                aContact().invitedBut(InvitationState.REVOKED).in(acme), "invitation-revoked",
                aContact().invitedBut(InvitationState.BOUNCED).in(acme), "invitation-bounced",
                aContact().in(acme), "not-invited",
                aContact().invited().joined().in(acme), "already-joined",
                aContact().invited().disabled().in(acme), "disabled");
        tag(acme, invited, "a");
        tag(acme, expired, "a");
        others.keySet().forEach(other -> tag(acme, other, "a"));

        soon().until(() -> outcomes(acme, StepOutcome.MAILED) + outcomes(acme, StepOutcome.SKIPPED) == 7);
        assertThat(history(acme, invited)).containsExactly("send-mail MAILED");
        assertThat(history(acme, expired)).containsExactly("send-mail MAILED");
        assertThat(others)
                .allSatisfy((contact, why) -> assertThat(steps(acme, contact))
                        .extracting(TakenStep::outcome, TakenStep::detail)
                        .containsExactly(tuple(StepOutcome.SKIPPED, why)));
    }

    @Test
    void sendNoReminderThatWaitedWhileTheInvitationWasRevoked() {
        Workspace acme = aWorkspace();
        Contact revoked = aContact().invitedBut(InvitationState.REVOKED).in(acme);
        Contact expired = aContact().invitedBut(InvitationState.EXPIRED).in(acme);

        assertThat(reminder.compose(aReminder(acme, revoked)))
                .isEqualTo(new Composition.Skip(SkipReason.of("invitation-revoked")));
        assertThat(reminder.compose(aReminder(acme, expired))).isInstanceOf(Composition.Ready.class);
    }

    private static MailOrder aReminder(Workspace workspace, Contact contact) {
        return new MailOrder(
                workspace.id(),
                new MailId(UUID.randomUUID()),
                MailTemplate.AUTOMATION_REMINDER,
                Optional.of(contact.id().value()),
                contact.email(),
                Map.of());
    }

    @Test
    void writeInTheirOwnWordsWithAFreshLink() {
        Workspace acme = aWorkspace();
        var words = new MailWords("A word to {{contact.first_name}}", "", "Here: {{portal.magic_link}}", "Open");
        anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.Write(words)));
        Contact kim = aContact().named("Minji", "Kim").in(acme);
        tag(acme, kim, "a");

        MailboxEntry entry = soon().until(
                        () -> mailbox.latest(acme.id(), 1, Optional.empty()), found -> !found.isEmpty())
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

        soon().until(() -> history(acme, kim).size() == 3);
        assertThat(history(acme, kim))
                .containsExactly("call-webhook SKIPPED", "call-webhook TOLD", "notify-operators NOTIFIED");
        soon().until(() -> deliveries
                        .page(acme.id(), named.id(), Optional.empty(), Long.MAX_VALUE, 9)
                        .size()
                == 1);
        assertThat(deliveries.page(acme.id(), other.id(), Optional.empty(), Long.MAX_VALUE, 9))
                .isEmpty();
        List<MailboxEntry> mails =
                soon().until(() -> mailbox.latest(acme.id(), 9, Optional.empty()), found -> found.size() >= 2);
        assertThat(mails)
                .extracting(MailboxEntry::recipient)
                .contains(admin.email().value())
                .doesNotContain(viewer.email().value());
    }
}
