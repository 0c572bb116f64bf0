package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.Redemption;
import io.portico.activity.ActivityReaders;
import io.portico.apps.AppOpenings;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.Selection;
import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.imports.ContactRows;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.Secret;
import io.portico.mail.MailBounced;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.outreach.Invitations;
import io.portico.outreach.SingleMails;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LogTriggersTests extends AutomationTest {
    @Autowired
    ActivityReaders readers;

    @Autowired
    Entrance entrance;

    @Autowired
    SingleMails mails;

    @Autowired
    Invitations invitations;

    @Autowired
    MagicLinks links;

    @Autowired
    Redemption redemption;

    @Autowired
    AppOpenings openings;

    @Autowired
    ContactRows rows;

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
        soon().until(() -> mails(acme) == 1);

        readers.rewind(LogTriggers.NAME);
        Contact last = aContact().in(acme);
        tag(acme, last, "a");

        soon().until(() -> mails(acme) >= 2);
        assertThat(history(acme, kim)).hasSize(1);
    }

    @Test
    void endWhenTheyLeadToOneAnotherTooDeep() {
        Workspace acme = aWorkspace();
        anAutomation(acme, swap("a", "b"));
        anAutomation(acme, swap("b", "a"));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");

        soon().until(() -> entries(acme) == LogTriggers.DEEPEST + 1);
        others();
        assertThat(entries(acme) == LogTriggers.DEEPEST + 1).isTrue();
    }

    @Test
    void letThoseGoWhoseInvitationIsRevokedAndInAgainWhenTheyAreInvitedAnew() {
        Workspace acme = aWorkspace();
        automations.switchOn(acme.id(), Recipe.REMIND_INVITED, "Remind", PORTICO);
        anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.Wait(Duration.ofDays(1))));
        Contact kim = aContact().in(acme);
        invite(acme, kim);
        tag(acme, kim, "a");
        soon().until(() -> history(acme, kim).size() == 2);

        invitations.revoke(acme.id(), kim.id(), PORTICO);
        soon().until(() -> history(acme, kim).contains("wait-for REVOKED"));
        assertThat(history(acme, kim))
                .as("what does not begin with the invitation")
                .contains("wait WAITING");
        assertThat(states(acme, kim)).containsExactlyInAnyOrder(EntryState.STOPPED, EntryState.INSIDE);

        theTimeIsOver(acme);
        others();
        assertThat(mails(acme)).isZero();

        longAfterTheLastInvitation(acme);
        invite(acme, contacts.get(acme.id(), kim.id()));
        soon().until(() -> history(acme, kim).contains("wait-for WAITING"));
    }

    @Test
    void keepThoseOutWhoseInvitationIsRevokedBeforeTheyAreIn() {
        Workspace acme = aWorkspace();
        anAutomation(acme, Definition.once(new Trigger.Invited(), List.of(), new Step.Wait(Duration.ofDays(1))));
        Contact kim = aContact().in(acme);
        whileTheLogIsNotRead(() -> {
            invite(acme, kim);
            invitations.revoke(acme.id(), kim.id(), PORTICO);
        });
        others();

        assertThat(states(acme, kim)).isEmpty();
    }

    private void invite(Workspace workspace, Contact contact) {
        tenancy.in(workspace.id(), () -> mails.invite(workspace.id(), List.of(contact), PORTICO));
    }

    private List<EntryState> states(Workspace workspace, Contact contact) {
        return past.passages(workspace.id(), PassageQuery.of(contact.id(), 9)).stream()
                .map(Passage::state)
                .toList();
    }

    private void longAfterTheLastInvitation(Workspace workspace) {
        tenancy.run(workspace.id(), () -> {
            jdbc.sql("update invitation set last_sent_at = now() - interval '1 day'")
                    .update();
            jdbc.sql("update access_mail set written_at = now() - interval '2 days'")
                    .update();
        });
    }

    private static Definition swap(String from, String to) {
        return new Definition(
                new Trigger.Tagged(from), List.of(), List.of(new Step.RemoveTag(from), new Step.AddTag(to)), AT_ONCE);
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
        soon().until(() -> history(acme, kim).equals(List.of("wait-for WAITING"))
                && history(acme, lee).equals(List.of("wait-for WAITING")));

        tag(acme, lee, "go");
        soon().until(() -> history(acme, lee).size() == 2);
        assertThat(history(acme, lee)).containsExactly("add-tag DONE", "wait-for HAPPENED");
        assertThat(history(acme, kim)).as("what happened before the wait").containsExactly("wait-for WAITING");

        theTimeIsOver(acme);
        soon().until(() -> history(acme, kim).equals(List.of("wait-for NOT_IN_TIME")));
        assertThat(contacts.get(acme.id(), kim.id()).tags()).doesNotContain("went");
    }

    @Test
    void wakeNobodyForWhatHappenedBeforeTheyWaitedThoughItIsReadLater() {
        Workspace acme = aWorkspace();
        Automation made = anAutomation(
                acme,
                Definition.once(
                        new Trigger.Called(),
                        List.of(),
                        new Step.WaitFor(new Trigger.Tagged("go"), Duration.ofDays(9), WaitEnd.GO_ON)));
        Contact kim = aContact().in(acme);
        whileTheLogIsNotRead(() -> {
            tag(acme, kim, "go");
            entrance.enter(acme.id(), made.id(), kim.id());
            soon().until(() -> advance.next() >= 0 && history(acme, kim).size() == 1);
        });

        others();
        assertThat(history(acme, kim)).containsExactly("wait-for WAITING");
    }

    @Test
    void letNobodyInForWhatHappenedBeforeItWasSwitchedOnThoughItIsReadLater() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        whileTheLogIsNotRead(() -> {
            tag(acme, kim, "a");
            anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.AddTag("b")));
        });

        others();
        assertThat(history(acme, kim)).isEmpty();
    }

    /** Each kind of event as its room tells of it. */
    @Test
    void letAContactInOnceForEachEvent() {
        Workspace acme = aWorkspace();
        List<Trigger> events = List.of(
                new Trigger.Created(),
                new Trigger.Tagged("a"),
                new Trigger.Untagged("a"),
                new Trigger.Invited(),
                new Trigger.Joined(),
                new Trigger.SignedIn(),
                new Trigger.AppOpened());
        for (Trigger event : events) {
            List<Step> steps = List.of(new Step.AddTag(event.kind().word()));
            anAutomation(acme, new Definition(event, List.of(), steps, AT_ONCE));
        }
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");
        tagging.remove(acme.id(), Selection.of(kim.id()), "a", PORTICO);
        tenancy.in(acme.id(), () -> mails.invite(acme.id(), List.of(kim), PORTICO));
        redemption.byLink(acme.id(), aLink(acme, kim), new Device("203.0.113.7", "Phone"));
        openings.opened(acme.id(), kim.id(), PORTICO);

        soon().until(() -> history(acme, kim).size() == events.size());
        others();
        assertThat(contacts.get(acme.id(), kim.id()).tags())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(event -> event.kind().word()).toList());
        assertThat(past.attendance(acme.id()).values()).containsOnly(new Attendance(0, 1));
    }

    @Test
    void hearOfTagsHoweverTheyComeAndGo() {
        Workspace acme = aWorkspace();
        Automation got = anAutomation(acme, Definition.once(new Trigger.Tagged("vip"), List.of(), new Step.Stop()));
        Automation lost = anAutomation(acme, Definition.once(new Trigger.Untagged("vip"), List.of(), new Step.Stop()));
        Contact made = aContact().tagged("vip", "x").in(acme);
        Contact edited = aContact().tagged("x").in(acme);
        contacts.update(acme.id(), edited.id(), tagged(edited, "x", "vip"), PORTICO);
        contacts.update(acme.id(), made.id(), tagged(made, "x"), PORTICO);
        imported(acme, "new@example.com", "vip");
        imported(acme, aContact().tagged("x").in(acme).email().orElseThrow().value(), "vip");

        soon().until(() -> finished(acme, got) == 4 && finished(acme, lost) == 1);
        assertThat(history(acme, made)).containsExactly("stop DONE", "stop DONE");
    }

    private static ContactDetails tagged(Contact contact, String... tags) {
        ContactDetails before = ContactDetails.of(contact);
        return new ContactDetails(
                before.name(), before.email(), before.phone(), before.language(), before.timeZone(), List.of(tags));
    }

    private void imported(Workspace workspace, String address, String tag) {
        var row = new ContactDraft(
                Optional.empty(),
                Optional.empty(),
                Optional.of(EmailAddress.of(address)),
                Optional.empty(),
                List.of(tag),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        rows.apply(workspace.id(), List.of(row), "import", PORTICO);
    }

    private Secret aLink(Workspace workspace, Contact contact) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        String url = links.make(workspace.id(), wanted, PORTICO).url().toString();
        return Secret.parse(url.substring(url.lastIndexOf('/') + 1)).orElseThrow();
    }

    @Test
    void wakeWhoWaitsForWhatAnotherAutomationDidInTheSameMoment() {
        Workspace acme = aWorkspace();
        anAutomation(
                acme,
                Definition.once(
                        new Trigger.Tagged("a"),
                        List.of(),
                        new Step.WaitFor(new Trigger.Tagged("b"), Duration.ofDays(9), WaitEnd.STOP_UNLESS),
                        new Step.AddTag("woken")));
        anAutomation(acme, Definition.once(new Trigger.Tagged("a"), List.of(), new Step.AddTag("b")));
        Contact kim = aContact().in(acme);
        tag(acme, kim, "a");

        soon().until(() -> contacts.get(acme.id(), kim.id()).tags().contains("woken"));
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

        soon().until(() ->
                history(acme, refused).size() == 1 && history(acme, later).size() == 1);
        assertThat(history(acme, late)).isEmpty();
    }
}
