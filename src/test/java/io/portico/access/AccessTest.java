package io.portico.access;

import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.Secret;
import io.portico.mail.Composition;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of who gets in, on a real database. */
abstract class AccessTest extends PorticoTest {
    static final Device PHONE = new Device("203.0.113.7", "Phone");
    static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @Autowired
    protected MagicLinks links;

    @Autowired
    protected LinkMails mails;

    @Autowired
    protected Redemption redemption;

    @Autowired
    protected ContactSessions sessions;

    @Autowired
    protected Membership membership;

    @Autowired
    protected Tenancy tenancy;

    @Autowired
    protected JdbcClient jdbc;

    /** A link as an operator makes and copies it. */
    protected MadeLink aCopiedLink(Workspace workspace, Contact contact) {
        return aLink(workspace, contact, LinkPurpose.OPERATOR, Optional.empty());
    }

    /** A link as it is mailed, with a code beside it. */
    protected MadeLink aMailedLink(Workspace workspace, Contact contact) {
        return aLink(workspace, contact, LinkPurpose.SELF, contact.email());
    }

    protected MadeLink aLink(
            Workspace workspace, Contact contact, LinkPurpose purpose, Optional<EmailAddress> mailedTo) {
        var wanted = new NewLink(contact.id(), purpose, Optional.empty(), LinkTarget.HOME, mailedTo);
        return links.make(workspace.id(), wanted, PORTICO);
    }

    /** A mail whose turn has come. */
    protected static MailOrder aMail(Workspace workspace) {
        return new MailOrder(
                workspace.id(),
                MailId.next(Clock.systemUTC()),
                MailTemplate.LOGIN_EMAIL,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    protected static Secret secretOf(MadeLink link) {
        return Secret.parse(link.url().getPath().substring("/in/".length())).orElseThrow();
    }

    protected static Secret secretOf(Composition.Ready mail) {
        String url = mail.buttonUrl();
        return Secret.parse(url.substring(url.lastIndexOf('/') + 1)).orElseThrow();
    }

    protected RedeemResult redeem(Workspace workspace, MadeLink link) {
        return redemption.byLink(workspace.id(), secretOf(link), PHONE);
    }

    protected CodeResult type(Workspace workspace, Contact contact, Code code) {
        return redemption.byCode(workspace.id(), contact.email().orElseThrow(), code, PHONE);
    }

    /** Some code that is not this one. */
    protected static Code otherThan(Code code) {
        String other = code.reveal().equals("000000") ? "000001" : "000000";
        return Code.parse(other).orElseThrow();
    }

    protected Secret signIn(Workspace workspace, Contact contact) {
        return switch (redeem(workspace, aCopiedLink(workspace, contact))) {
            case RedeemResult.SignedIn in -> in.session();
            case RedeemResult.Refused no -> throw new AssertionError(no);
            case RedeemResult.Unknown no -> throw new AssertionError(no);
        };
    }

    protected LinkState stateOf(Workspace workspace, MadeLink link) {
        return links.find(workspace.id(), secretOf(link)).orElseThrow().state();
    }

    protected long facts(Workspace workspace, Contact contact, String kind) {
        return activity.about(workspace.id(), contact.id(), 500).stream()
                .map(ActivityEntry::kind)
                .filter(kind::equals)
                .count();
    }

    /**
     * Does something in a transaction of the workspace and, before it commits, lets somebody else begin, who must be
     * seen waiting. Gives what came of the other's work after the commit.
     */
    protected <T> T meanwhile(Workspace workspace, Runnable first, Supplier<T> other) {
        var started = new CountDownLatch(1);
        CompletableFuture<T> result = CompletableFuture.runAsync(
                        () -> {
                            try {
                                started.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        THREADS)
                .thenApplyAsync(nothing -> other.get(), THREADS);
        tenancy.run(workspace.id(), () -> {
            first.run();
            started.countDown();
            await().atMost(10, TimeUnit.SECONDS).until(() -> somebodyWaits() || result.isDone());
        });
        return result.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private boolean somebodyWaits() {
        return CompletableFuture.supplyAsync(
                        () -> jdbc.sql("select exists (select from pg_locks where not granted)")
                                .query(Boolean.class)
                                .single(),
                        THREADS)
                .join();
    }
}
