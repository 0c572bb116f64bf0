package io.portico.mail.delivery;

import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays letters into the installation's own mailbox, for as long as no mail server is set. */
final class MailboxDelivery implements Delivery {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxDelivery(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<DeliveryResult.Obstacle> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<DeliveryResult> deliver(List<Letter> letters) {
        letters.forEach(letter -> tenancy.run(letter.workspace(), () -> keep(letter)));
        return letters.stream()
                .<DeliveryResult>map(letter -> new DeliveryResult.Kept())
                .toList();
    }

    /** A letter that comes again takes the place of the first. */
    private void keep(Letter letter) {
        var sql = """
                insert into mailbox_mail (workspace_id, id, recipient, subject, source, received_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set recipient = excluded.recipient,
                    subject = excluded.subject, source = excluded.source, received_at = excluded.received_at""";
        jdbc.sql(sql)
                .params(
                        letter.workspace().value(),
                        letter.id().value(),
                        letter.to().value(),
                        letter.subject(),
                        letter.source(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
