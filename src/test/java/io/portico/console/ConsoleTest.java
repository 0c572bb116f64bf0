package io.portico.console;

import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.Visitor;
import io.portico.access.Passwords;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.Secret;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.NewOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Tests that visit the console over HTTP. */
public abstract class ConsoleTest extends PorticoTest {
    protected static final String PASSWORD = "seven quiet herons";

    /** Of the kind that {@link Passwords} makes, but with the least of memory and rounds: to sign in costs tests no time. */
    private static final String HASH = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(PASSWORD);

    @LocalServerPort
    private int port;

    @Autowired
    protected Passwords passwords;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Tenancy tenancy;

    protected Visitor aVisitor() {
        return new Visitor(port);
    }

    /** An operator of no workspace, with {@link #PASSWORD}. */
    protected Operator aPerson() {
        var email = EmailAddress.of("p-" + UUID.randomUUID() + "@example.com");
        return operators
                .create(new NewOperator("Minji Kim", email, HASH, Language.EN))
                .orElseThrow();
    }

    protected Operator aPerson(Workspace workspace, Role role) {
        Operator person = aPerson();
        operators.add(workspace.id(), person.id(), role);
        return person;
    }

    protected Visitor signedIn(Operator operator) {
        Visitor visitor = aVisitor();
        visitor.post("/sign-in", "email", operator.email().value(), "password", PASSWORD);
        return visitor;
    }

    protected Visitor signedIn(Workspace workspace, Role role) {
        return signedIn(aPerson(workspace, role));
    }

    /** The secret of the one link in the latest mail to the address, once it lies in the mailbox. */
    protected Secret mailedSecret(WorkspaceId workspace, EmailAddress to, String door) {
        var link = Pattern.compile("/" + door + "/([A-Za-z0-9_-]{43})");
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> letters(workspace, to).stream()
                                .flatMap(letter -> link.matcher(letter).results())
                                .map(found -> Secret.parse(found.group(1)).orElseThrow())
                                .toList(),
                        secrets -> !secrets.isEmpty())
                .getFirst();
    }

    /** Latest first, with the soft line breaks of the mail taken out. */
    protected List<String> letters(WorkspaceId workspace, EmailAddress to) {
        var sql = "select source from mailbox_mail where recipient = ? order by received_at desc, id desc";
        return tenancy
                .in(
                        workspace,
                        () -> jdbc.sql(sql)
                                .param(to.value())
                                .query(String.class)
                                .list())
                .stream()
                .map(source -> source.replace("=\r\n", ""))
                .toList();
    }

    protected List<String> facts(WorkspaceId workspace) {
        return activity.latest(workspace, 50).stream().map(ActivityEntry::kind).toList();
    }
}
