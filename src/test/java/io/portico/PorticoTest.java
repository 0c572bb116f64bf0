package io.portico;

import io.portico.activity.Activity;
import io.portico.activity.ActivityEntry;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.installation.Installation;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.NewOperator;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole Portico on a free port with a real PostgreSQL, started once and shared by all tests that extend this. Tests
 * do not clean up: each makes a workspace of its own, and workspaces see nothing of each other.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${portico.fork:1}/shared",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false",
            "portico.webhook-allow=127.0.0.0/8",
            "spring.flyway.clean-disabled=false"
        })
@Import(EmptyDatabase.class)
public abstract class PorticoTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    protected static final Actor PORTICO = new Actor.Portico();

    @Autowired
    protected Installation installation;

    @Autowired
    protected Workspaces workspaces;

    @Autowired
    protected Operators operators;

    @Autowired
    protected Contacts contacts;

    @Autowired
    protected Activity activity;

    @Autowired
    private DataSource database;

    /** All tests come from one address; each begins as if nobody had come before. */
    @BeforeEach
    protected void nobodyHasKnocked() {
        JdbcClient.create(database).sql("delete from limit_tally").update();
    }

    /** A workspace of its own for this test, in English and on Seoul time, with an owner. */
    protected Workspace aWorkspace() {
        int n = COUNT.incrementAndGet();
        var wanted = new NewWorkspace("Acme " + n, new Slug("acme-" + n), Language.EN, ZoneId.of("Asia/Seoul"));
        return workspaces.open(wanted, anOperator().id(), PORTICO).orElseThrow();
    }

    /** An operator of no workspace, whose password nobody knows. */
    protected Operator anOperator() {
        int n = COUNT.incrementAndGet();
        var email = EmailAddress.of("operator-" + n + "@example.com");
        return operators
                .create(new NewOperator("Dana " + n, email, "{noop}never", Language.EN))
                .orElseThrow();
    }

    protected Operator anOperator(WorkspaceId workspace, Role role) {
        Operator operator = anOperator();
        operators.add(workspace, operator.id(), role);
        return operator;
    }

    protected Operator ownerOf(Workspace workspace) {
        return operators.of(workspace.id()).stream()
                .filter(colleague -> colleague.role() == Role.OWNER)
                .findFirst()
                .orElseThrow()
                .operator();
    }

    protected static Actor by(OperatorId operator) {
        return new Actor.Operator(operator, "203.0.113.7");
    }

    /** A contact to be, described in words: {@code aContact().named("Minji", "Kim").in(workspace)}. */
    protected ContactFixture aContact() {
        return new ContactFixture(contacts, COUNT.incrementAndGet());
    }

    /** The kinds of the facts about a contact, newest first. */
    protected List<String> factsAbout(WorkspaceId workspace, Contact contact) {
        return activity.about(workspace, contact.id(), 50).stream()
                .map(ActivityEntry::kind)
                .toList();
    }
}
