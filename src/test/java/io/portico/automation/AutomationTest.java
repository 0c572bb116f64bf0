package io.portico.automation;

import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that let contacts go through automations. */
abstract class AutomationTest extends PorticoTest {
    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration AT_ONCE = Duration.ofNanos(1000);

    @Autowired
    Automations automations;

    @Autowired
    AutomationHistory past;

    @Autowired
    LogTriggers triggers;

    @Autowired
    Advance advance;

    @Autowired
    Tagging tagging;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private Thread hurry = Thread.currentThread();

    /** The node's own threads rest for half a second between rounds; these tests do not wait for that. */
    @BeforeEach
    void hurry() {
        hurry = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                triggers.next();
                advance.next();
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        });
    }

    @AfterEach
    void rest() throws InterruptedException {
        hurry.interrupt();
        hurry.join();
    }

    static ConditionFactory soon() {
        return await().atMost(LONG).pollInterval(Duration.ofMillis(20));
    }

    /** Until what happened before was read, and whoever was due has gone on: somebody else, who comes after, is through. */
    void others() {
        Workspace other = aWorkspace();
        Automation last =
                anAutomation(other, Definition.once(new Trigger.Created(), List.of(), new Step.AddTag("through")));
        aContact().in(other);
        soon().until(() -> finished(other, last) == 1);
    }

    /** What is done meanwhile is read from the log only afterwards. */
    void whileTheLogIsNotRead(Runnable meanwhile) {
        tenancy.everywhere(() -> {
            jdbc.sql("select from activity_cursor where reader = ? for update")
                    .param(LogTriggers.NAME)
                    .query()
                    .listOfRows();
            return CompletableFuture.runAsync(meanwhile).join();
        });
    }

    Automation anAutomation(Workspace workspace, Definition definition) {
        Automation made = automations.create(workspace.id(), "Test", definition).orElseThrow();
        automations.switchOn(workspace.id(), made.id(), PORTICO);
        return automations.get(workspace.id(), made.id());
    }

    void tag(Workspace workspace, Contact contact, String tag) {
        tagging.add(workspace.id(), Selection.of(contact.id()), tag, PORTICO);
    }

    List<TakenStep> steps(Workspace workspace, Contact contact) {
        return steps(past, workspace, contact);
    }

    /** The latest first. */
    static List<TakenStep> steps(AutomationHistory past, Workspace workspace, Contact contact) {
        return past.passages(workspace.id(), PassageQuery.of(contact.id(), 50)).stream()
                .flatMap(passage -> passage.steps().reversed().stream())
                .sorted(Comparator.comparing(TakenStep::at).reversed())
                .toList();
    }

    List<String> history(Workspace workspace, Contact contact) {
        return steps(workspace, contact).stream()
                .map(line -> line.step().kind().word() + " " + line.outcome())
                .toList();
    }

    long finished(Workspace workspace, Automation automation) {
        return past.attendance(workspace.id(), automation.id()).finished();
    }

    long entries(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from automation_entry")
                        .query(Long.class)
                        .single());
    }

    long mails(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from outbox where kind like 'automation-%'")
                        .query(Long.class)
                        .single());
    }

    void theTimeIsOver(Workspace workspace) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update automation_entry set due_at = now()").update());
    }
}
