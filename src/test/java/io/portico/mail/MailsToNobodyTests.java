package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailsToNobodyTests extends PorticoTest {
    @Autowired
    private MailsToNobody mails;

    @Autowired
    private MailLog log;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void areForgottenAfterADayAndNoOthers() {
        WorkspaceId workspace = aWorkspace().id();
        MailId old = skipped(workspace, Optional.empty(), Duration.ofHours(25));
        MailId young = skipped(workspace, Optional.empty(), Duration.ofHours(23));
        MailId toSomebody = skipped(workspace, Optional.of(UUID.randomUUID()), Duration.ofHours(25));

        mails.forget();

        assertThat(log.find(workspace, old)).isEmpty();
        assertThat(log.find(workspace, young)).isPresent();
        assertThat(log.find(workspace, toSomebody)).isPresent();
    }

    private MailId skipped(WorkspaceId workspace, Optional<UUID> recipient, Duration ago) {
        MailId mail = MailId.next(clock);
        Instant then = clock.instant().minus(ago);
        var sql = """
                insert into outbox (workspace_id, id, kind, recipient_id, address, priority, state, reason, due_at,
                    give_up_at, created_at)
                values (?, ?, 'sign-in', ?, 'invented@example.com', 0, 'skipped', 'unknown-address', ?, ?, ?)""";
        var time = then.atOffset(ZoneOffset.UTC);
        tenancy.run(
                workspace,
                () -> jdbc.sql(sql)
                        .params(workspace.value(), mail.value(), recipient.orElse(null), time, time, time)
                        .update());
        return mail;
    }
}
