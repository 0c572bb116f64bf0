package io.portico.bounces;

import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailMarks;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.ReturnKind;
import io.portico.mail.Suppression;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.mail.dispatch.MailTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that has left for a contact, and what may come back about it. */
abstract class BouncesTest extends MailTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    protected MailMarks marks;

    @Autowired
    protected Suppressions suppressions;

    protected WorkspaceId workspace;
    protected Contact kim;
    protected MailId mail;
    protected String mark;

    @BeforeEach
    void mailLeaves() {
        workspace = aWorkspace().id();
        kim = aContact().in(workspace);
        mail = sent(workspace, kim);
        mark = marks.of(mail);
    }

    protected MailId sent(WorkspaceId from, Contact to) {
        MailId id = outbox.enqueue(
                from,
                NewMail.personal(
                        MailTemplate.LOGIN_EMAIL, to.id().value(), to.email().orElseThrow(), Map.of()));
        becomes(from, id, MailState.SENT);
        return id;
    }

    protected EmailAddress address() {
        return kim.email().orElseThrow();
    }

    protected Optional<ReturnKind> cameBack() {
        return log.find(workspace, mail).flatMap(MailLogEntry::returned).map(back -> back.kind());
    }

    protected Optional<SuppressionReason> suppressed() {
        return suppressions.find(workspace, address()).map(Suppression::reason);
    }

    protected int post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + installation.port() + path))
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
