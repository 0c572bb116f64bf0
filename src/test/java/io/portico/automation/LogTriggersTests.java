package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.activity.ActivityReaders;
import io.portico.contacts.Contact;
import io.portico.kernel.MailId;
import io.portico.mail.MailBounced;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LogTriggersTests extends AutomationTest {
    @Autowired
    ActivityReaders readers;

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
