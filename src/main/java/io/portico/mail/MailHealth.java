package io.portico.mail;

import io.portico.installation.Installation;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether mails leave, as all nodes of the installation together know it. */
@Component
public class MailHealth {
    /** A node that meets an outage tries again all the while; one that has stopped trying knows nothing. */
    private static final Duration STALE = Duration.ofMinutes(2);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean server;

    MailHealth(Tenancy tenancy, JdbcClient jdbc, Clock clock, Installation installation) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
        this.server = installation.smtp().isPresent();
    }

    /** Whether a mail server is set; if not, mails go to the built-in {@link Mailbox} and reach nobody. */
    public boolean hasMailServer() {
        return server;
    }

    /** Present from the first vain attempt to hand a mail over until one succeeds. */
    public Optional<Outage> outage(WorkspaceId workspace) {
        var sql = """
                select since, fault, server_reply,
                    (select count(*) from outbox
                        where workspace_id = ? and state in ('queued', 'deferred', 'claimed') and not held) as waiting
                from mail_outage where tried_at > ?""";
        return tenancy.in(
                workspace,
                () -> jdbc.sql(sql)
                        .params(workspace.value(), clock.instant().minus(STALE).atOffset(ZoneOffset.UTC))
                        .query((row, n) -> new Outage(
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                MailFault.of(row.getString("fault")),
                                row.getString("server_reply"),
                                row.getLong("waiting")))
                        .optional());
    }
}
