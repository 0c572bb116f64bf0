package io.portico.bounces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.portico.SelfSigned;
import io.portico.installation.BounceMailbox;
import io.portico.installation.BounceSettings;
import io.portico.kernel.MailId;
import io.portico.mail.ReturnKind;
import io.portico.mail.Returns;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports that mail servers lay into a real mailbox. */
@ExtendWith(OutputCaptureExtension.class)
class BounceRoundsTests extends BouncesTest {
    private static final GreenMail GREEN_MAIL = new GreenMail(patient(ServerSetup.IMAP, ServerSetup.POP3));
    private static final SelfSigned OURS = SelfSigned.of("localhost");
    private static final SelfSigned PAST = SelfSigned.expired("localhost");
    private static final SelfSigned OTHERS = SelfSigned.of("mail.example.org");
    private static GreenMailUser bounces;

    @Autowired
    private Returns returns;

    @Autowired
    private JdbcClient jdbc;

    private static ServerSetup[] patient(ServerSetup... setups) {
        ServerSetup[] free = ServerSetup.dynamicPort(setups);
        Arrays.stream(free).forEach(setup -> setup.setServerStartupTimeout(30_000));
        return free;
    }

    @BeforeAll
    static void start() {
        GREEN_MAIL.start();
        bounces = GREEN_MAIL.setUser("bounces@example.com", "bounces", "secret");
    }

    @AfterAll
    static void stop() {
        GREEN_MAIL.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    private void read(String protocol) {
        read(protocol, portOf(protocol), true, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static int portOf(String protocol) {
        return protocol.startsWith("imap")
                ? GREEN_MAIL.getImap().getPort()
                : GREEN_MAIL.getPop3().getPort();
    }

    private void read(String protocol, int port, boolean clear, SSLSocketFactory tls) {
        var mailbox = new BounceMailbox(protocol, "localhost", port, "bounces", "secret", "INBOX", clear);
        var settings = new BounceSettings(
                Optional.empty(), Optional.of(mailbox), Optional.empty(), Optional.empty(), Optional.empty());
        new BounceRounds(settings, returns, tls).go();
    }

    private void lay(String source) throws Exception {
        bounces.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private MimeMessage[] left() {
        return GREEN_MAIL.getReceivedMessagesForDomain("example.com");
    }

    /** As Postfix writes it. */
    private static String report(String to, String action, String status, String diagnostic, String returned) {
        return """
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

                --B1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --B1
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                X-Postfix-Queue-ID: 4F1D82C0A1
                Arrival-Date: Sat, 28 Nov 2026 20:00:00 +0000 (UTC)

                Final-Recipient: rfc822; kim@example.com
                Original-Recipient: rfc822;kim@example.com
                Action: %s
                Status: %s
                Remote-MTA: dns; mail.example.com
                Diagnostic-Code: %s

                --B1
                Content-Type: text/rfc822-headers

                %s
                Subject: Your login link

                --B1--
                """.formatted(to, action, status, diagnostic, returned);
    }

    private String verp() {
        return "bounces+" + mark + "@example.com";
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void suppressTheAddressOfAMailThatCameBack(String protocol) throws Exception {
        lay(report(
                verp(), "failed", "5.1.1", "smtp; 550 5.1.1 <kim@example.com>: User unknown", "From: a@example.com"));

        read(protocol);

        assertThat(cameBack()).contains(ReturnKind.BOUNCED);
        assertThat(suppressions.find(workspace, address()).orElseThrow().reply())
                .contains("550 5.1.1 <kim@example.com>: User unknown");
        assertThat(factsAbout(workspace, kim)).contains("mail.bounced");
        assertThat(left()).as("what was noted is deleted").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imaps", "pop3s"})
    void readAMailboxOverTlsWhoseCertificateIsInOrder(String protocol) throws Exception {
        lay(report(verp(), "failed", "5.1.1", "smtp; 550 no", "From: a@example.com"));

        try (var server = TlsFront.showing(OURS, portOf(protocol))) {
            read(protocol, server.port(), false, OURS.trusted());
        }

        assertThat(cameBack()).contains(ReturnKind.BOUNCED);
        assertThat(left()).isEmpty();
    }

    /** Trusting nobody but the JDK's authorities; the one whose certificate expired; one made for another host. */
    @ParameterizedTest
    @CsvSource({
        "imaps, self-signed, is self-signed",
        "pop3s, self-signed, is self-signed",
        "imaps, expired, has expired",
        "pop3s, expired, has expired",
        "imaps, other, is for another host",
        "pop3s, other, is for another host"
    })
    void refuseACertificateThatIsNotInOrderAndSayWhy(String protocol, String fault, String words, CapturedOutput output)
            throws Exception {
        lay(report(verp(), "failed", "5.1.1", "smtp; 550 no", "From: a@example.com"));
        SelfSigned shown = switch (fault) {
            case "expired" -> PAST;
            case "other" -> OTHERS;
            default -> OURS;
        };
        SSLSocketFactory trusting =
                fault.equals("self-signed") ? (SSLSocketFactory) SSLSocketFactory.getDefault() : shown.trusted();

        try (var server = TlsFront.showing(shown, portOf(protocol))) {
            read(protocol, server.port(), false, trusting);
        }

        assertThat(cameBack()).isEmpty();
        assertThat(output)
                .contains("The bounce mailbox " + protocol + "://localhost", "The mail server's certificate " + words)
                .doesNotContain("secret");
    }

    /** GreenMail offers no STARTTLS (for POP3: STLS): nothing is read, and no password said, in the clear. */
    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void readNothingInTheClearUnlessTheHostSaysSo(String protocol, CapturedOutput output) throws Exception {
        lay(report(verp(), "failed", "5.1.1", "smtp; 550 no", "From: a@example.com"));

        read(protocol, portOf(protocol), false, OURS.trusted());

        assertThat(cameBack()).isEmpty();
        assertThat(output).contains("required but not supported");
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, smtp; 550 5.1.1 unknown, BOUNCED",
        "failed, 5.1.10, smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound, BOUNCED",
        "failed, 5.0.0, smtp; 550 No such user, BOUNCED",
        "Failed, 5.2.1, x-unix; account closed, BOUNCED",
        "failed, 5.0.0, 'smtp; 550 User unknown (client 10.4.33.21)', BOUNCED",
        "failed, 5.0.0, 'smtp; host mx (Exim 5.1.1) said: 550 5.7.1 no', NOT_DELIVERED",
        "failed, 5.1.1.9, smtp; 550 5.7.1 no, NOT_DELIVERED",
        "failed, 5.0.0, smtp; 550 Blocked by policy, NOT_DELIVERED",
        "failed, 5.2.2, smtp; 552 5.2.2 Mailbox full, NOT_DELIVERED",
        "failed, 5.7.1, smtp; 550 5.7.1 Message rejected as spam, NOT_DELIVERED",
        "failed, 4.4.1, 'dns; host not found, tried for five days', NOT_DELIVERED",
        "delayed, 4.4.1, smtp; 451 later, DELAYED",
        "delivered, 2.0.0, smtp; 250 ok, ",
        "relayed, 2.0.0, '', ",
        "nonsense, 5.1.1, '', "
    })
    void knowWhatAReportMeans(String action, String status, String diagnostic, ReturnKind kind) throws Exception {
        lay(report(verp(), action, status, diagnostic, "From: a@example.com"));

        read("imap");

        assertThat(cameBack()).isEqualTo(Optional.ofNullable(kind));
        assertThat(suppressed().isPresent()).isEqualTo(kind == ReturnKind.BOUNCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void readAgainWhatCouldNotBeNotedBecauseTheDatabaseWasAway(String protocol) throws Exception {
        lay(report(verp(), "failed", "5.1.1", "smtp; 550 5.1.1 User unknown", "From: a@example.com"));
        noReportIsTaken();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> read(protocol));
        assertThat(cameBack()).isEmpty();

        reportsAreTaken();
        read(protocol);
        assertThat(cameBack()).contains(ReturnKind.BOUNCED);
        assertThat(left()).isEmpty();
    }

    private void noReportIsTaken() {
        jdbc.sql("""
                create function takes_no_report() returns trigger language plpgsql as $$
                begin raise exception 'away'; end $$;
                create trigger takes_no_report before insert on mail_return for each row
                    execute function takes_no_report()""").update();
    }

    @AfterEach
    void reportsAreTaken() {
        jdbc.sql("drop function if exists takes_no_report() cascade").update();
    }

    @Test
    void knowTheMailByWhatTheReportGivesBack() throws Exception {
        lay(report("portal@example.com", "failed", "5.1.1", "smtp; 550 no", "X-Portico-Mail: " + mark));

        read("imap");

        assertThat(cameBack()).contains(ReturnKind.BOUNCED);
    }

    @ParameterizedTest
    @CsvSource({"abuse, COMPLAINED", "Abuse, COMPLAINED", "fraud, COMPLAINED", "not-spam, ", "virus, "})
    void takeComplaints(String type, ReturnKind kind) throws Exception {
        lay("""
                From: abuse-desk@example.net
                To: abuse@example.com
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="B1"

                --B1
                Content-Type: text/plain

                This is an email abuse report.
                --B1
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: SomeGenerator/1.0
                Version: 1
                Original-Mail-From: <%s>

                --B1
                Content-Type: message/rfc822

                From: <portal@example.com>

                Hello
                --B1--
                """.formatted(type, verp()));

        read("imap");

        assertThat(cameBack()).isEqualTo(Optional.ofNullable(kind));
        assertThat(suppressed().isPresent()).isEqualTo(kind != null);
    }

    @Test
    void changeNothingWithoutAMarkOfOurs() throws Exception {
        String forged = mark.substring(0, 51) + (mark.endsWith("0") ? "1" : "0");
        lay(report("bounces@example.com", "failed", "5.1.1", "smtp; 550 no", "To: " + address()));
        lay(report("bounces+" + forged + "@example.com", "failed", "5.1.1", "smtp; 550", "To: " + address()));
        lay(report("bounces+" + marks.of(MailId.next(clock)) + "@example.com", "failed", "5.1.1", "", "Subject: x"));

        read("imap");

        assertThat(suppressed()).isEmpty();
        assertThat(left())
                .as("what is not ours stays, and is not read again")
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.isSet(Flags.Flag.SEEN)).isTrue());
    }

    @Test
    void standNoMailInTheWayOfTheNext() throws Exception {
        String hugePart = "x".repeat(2 * BounceMail.LONGEST);
        lay(report(verp(), "failed", "5.1.1", "smtp; " + hugePart, "From: a@example.com"));
        lay("Content-Type: multipart/report; boundary=\"B1\"\n\n--B1\n".repeat(200));
        lay("To: " + verp() + "\nContent-Type: multipart/report; boundary=" + "\n\n" + "--\n".repeat(50_000));
        lay("To: " + verp() + "\nContent-Type: ;;;\u0000\"=?utf-8?q?\n\nx");
        lay("To: " + verp() + "\nSubject: Out of office\n\nI am away. Status: 5.1.1");
        assertThat(cameBack()).isEmpty();
        lay(report(verp(), "delayed", "4.4.1", "smtp; 451 later", "From: a@example.com"));

        read("imap");

        assertThat(cameBack()).as("only the last is a report in order").contains(ReturnKind.DELAYED);
        assertThat(suppressed()).isEmpty();
    }

    @Test
    void saySoWhenTheMailboxIsAway() {
        var settings = new BounceSettings(
                Optional.empty(),
                Optional.of(new BounceMailbox("imap", "127.0.0.1", 1, "bounces", "secret", "INBOX", true)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        new BounceRounds(settings, returns).go();

        assertThat(cameBack()).isEmpty();
    }

    @Test
    void tellNobodyThePassword() {
        assertThat(new BounceMailbox("imap", "mail.example.com", 143, "bounces", "s3cret", "INBOX", true))
                .hasToString("imap://mail.example.com:143/INBOX");
    }
}
