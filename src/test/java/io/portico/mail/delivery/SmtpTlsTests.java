package io.portico.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.SelfSigned;
import io.portico.installation.SmtpServer;
import io.portico.installation.SmtpServer.StartTls;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Encrypted from the first byte and by STARTTLS, with commands one by one and many at once. */
@ParameterizedClass
@CsvSource({"true, PIPELINING", "false, PIPELINING STARTTLS", "false, STARTTLS"})
class SmtpTlsTests {
    private static final SelfSigned OURS = SelfSigned.of("localhost");
    private static final SelfSigned PAST = SelfSigned.expired("localhost");
    private static final SelfSigned OTHERS = SelfSigned.of("mail.example.org");

    @Parameter(0)
    private boolean atOnce;

    @Parameter(1)
    private String offered = "";

    private final ScriptedMailServer server = new ScriptedMailServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private SmtpDelivery deliveryTo(SelfSigned shown, SSLSocketFactory tls) {
        server.offer(offered).secure(shown.shown(), atOnce).start();
        var smtp = new SmtpServer(
                "localhost",
                server.port(),
                atOnce,
                atOnce ? StartTls.OFF : StartTls.OFFERED,
                Optional.empty(),
                Optional.empty(),
                "portal@example.com");
        return new SmtpDelivery(
                new SmtpConnections(smtp, "console.example.com", Clock.systemUTC(), Patience.USUAL, tls));
    }

    @Test
    void sendsToAServerWhoseCertificateIsInOrder() {
        try (SmtpDelivery delivery = deliveryTo(OURS, OURS.trusted())) {
            List<DeliveryResult> results = delivery.deliver(List.of(letter("a"), letter("b"), letter("c")));

            assertThat(results).hasSize(3).allMatch(DeliveryResult.Accepted.class::isInstance);
            assertThat(server.mails()).hasSize(3);
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void saysNothingToAServerThatNobodyVouchesFor() {
        refuses(deliveryTo(OURS, (SSLSocketFactory) SSLSocketFactory.getDefault()), "self-signed");
    }

    @Test
    void saysNothingToAServerWhoseCertificateHasExpired() {
        refuses(deliveryTo(PAST, PAST.trusted()), "has expired");
    }

    @Test
    void saysNothingToAServerOfAnotherName() {
        refuses(
                deliveryTo(OTHERS, OTHERS.trusted()),
                "is for another host: No subject alternative DNS name matching localhost");
    }

    private void refuses(SmtpDelivery refusing, String reason) {
        try (refusing) {
            assertThat(refusing.obstacle()).hasValueSatisfying(obstacle -> {
                assertThat(obstacle).isInstanceOf(DeliveryResult.Unreachable.class);
                assertThat(obstacle.said()).contains("The mail server's certificate", reason);
            });
            assertThat(refusing.deliver(letter("a"))).isInstanceOf(DeliveryResult.Unreachable.class);
            assertThat(server.commands()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        }
    }

    private static Letter letter(String name) {
        return new Letter(
                WorkspaceId.next(Clock.systemUTC()),
                MailId.next(Clock.systemUTC()),
                "portal@example.com",
                EmailAddress.of(name + "@example.com"),
                "Hello",
                "<" + name + "@example.com>",
                "Subject: Hello\r\n\r\nHello " + name + "\r\n");
    }
}
