package io.portico.bounces;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.installation.BounceMailbox;
import io.portico.installation.BounceSettings;
import io.portico.installation.CertificateFault;
import io.portico.mail.Report;
import io.portico.mail.Returns;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the bounce mailbox once a minute, on one node at a time. A report is marked only when it was noted: what a node that
 * dies or a database that is away leaves undone is read again in the next round.
 */
@Configuration(proxyBeanMethods = false)
class BounceRounds {
    private static final Logger LOG = LoggerFactory.getLogger(BounceRounds.class);
    private static final int AT_ONCE = 200;

    private final BounceSettings settings;
    private final Returns returns;
    private final SSLSocketFactory tls;

    @Autowired
    BounceRounds(BounceSettings settings, Returns returns) {
        this(settings, returns, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    BounceRounds(BounceSettings settings, Returns returns, SSLSocketFactory tls) {
        this.settings = settings;
        this.returns = returns;
        this.tls = tls;
    }

    @Bean
    RecurringTask<Void> readBounces(BounceRounds rounds) {
        return Tasks.recurring("read-bounces", FixedDelay.ofSeconds(60)).execute((instance, context) -> rounds.go());
    }

    void go() {
        settings.mailbox().ifPresent(this::read);
    }

    private void read(BounceMailbox mailbox) {
        try (BounceMail mail = BounceMail.open(mailbox, tls)) {
            for (Message message : mail.next(AT_ONCE)) {
                mail.done(message, note(mail, message));
            }
        } catch (MessagingException e) {
            LOG.warn(
                    "The bounce mailbox {} could not be read: {}",
                    mailbox,
                    CertificateFault.of(e).orElseGet(e::getMessage));
        }
    }

    /** Whether it was a report about a mail of ours. One that cannot be read is none; a database that is away is told. */
    private boolean note(BounceMail mail, Message message) {
        return reading(mail, message)
                .filter(reading -> reading.marks().stream()
                        .anyMatch(mark -> returns.note(new Report(mark, reading.kind(), reading.said()))))
                .isPresent();
    }

    /** Strangers write what is read here: whatever the parser makes of it costs this mail alone. */
    private static Optional<Reading> reading(BounceMail mail, Message message) {
        try {
            Optional<MimeMessage> copy = mail.copy(message);
            return copy.isPresent() ? ReportReader.read(copy.get()) : Optional.empty();
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.info("A mail in the bounce mailbox could not be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
