package io.portico.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.SmtpServer;
import io.portico.installation.SmtpServer.StartTls;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything holds with a server that takes commands one by one and with one that takes many at once. */
@ParameterizedClass
@ValueSource(strings = {"", "PIPELINING"})
class SmtpDeliveryTests {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @Parameter
    private String offered = "";

    private final ScriptedMailServer server = new ScriptedMailServer();
    private SmtpDelivery delivery;

    @BeforeEach
    void start() {
        server.offer(offered).start();
        delivery = deliveryTo(StartTls.OFFERED, Optional.empty());
    }

    @AfterEach
    void stop() {
        delivery.close();
        server.close();
    }

    @Test
    void handsALetterOverAsItIs() {
        DeliveryResult result = delivery.deliver(letter("kim@example.com"));

        assertThat(result).isEqualTo(new DeliveryResult.Accepted("250 2.0.0 Ok: queued as 42"));
        assertThat(server.mails()).containsExactly(letter("kim@example.com").source());
        assertThat(server.commands())
                .contains("EHLO console.example.com", "MAIL FROM:<portal@example.com>", "RCPT TO:<kim@example.com>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kim.Minji@예시.한국", "o'hara_{x}=!#$%&*/?^`|~-@Example.com", "ＫＩＭ＠Ｅｘａｍｐｌｅ．ＣＯＭ"})
    void namesTheRecipientInTheBytesThatAreShown(String typed) {
        delivery.deliver(letter(typed));

        assertThat(server.commands())
                .contains("RCPT TO:<" + EmailAddress.of(typed).value() + ">");
    }

    @Test
    void keepsItsConnectionForTheNextLetter() {
        for (int i = 0; i < 5; i++) {
            assertThat(delivery.obstacle()).isEmpty();
            delivery.deliver(letter("kim@example.com"));
        }

        assertThat(server.mails()).hasSize(5);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void tellsThatTheServerIsAwayBeforeALetterIsWritten() {
        server.stop();

        assertThat(delivery.obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle)
                        .isInstanceOf(DeliveryResult.Unreachable.class)
                        .extracting(DeliveryResult::said)
                        .asString()
                        .contains("localhost", "Connection refused"));
    }

    @Test
    void finishesOnANewConnectionWhenTheServerEndsTheOldOne() {
        delivery.deliver(letter("kim@example.com"));
        server.answer("MAIL FROM", "421 4.7.0 Too many messages on this connection");
        delivery.deliver(letter("lee@example.com"));
        int afterRefusal = server.connections();
        server.answerAsUsual();

        assertThat(delivery.deliver(letter("park@example.com"))).isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(afterRefusal).isEqualTo(2);
    }

    @Test
    void finishesOnANewConnectionWhenTheOldOneBreaks() {
        delivery.deliver(letter("kim@example.com"));
        server.dropConnections();

        assertThat(delivery.deliver(letter("lee@example.com"))).isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void neverSendsALetterAgainThatMayHaveArrived() {
        delivery.deliver(letter("kim@example.com"));
        server.answer(".", "DROP");

        assertThat(delivery.deliver(letter("lee@example.com"))).isInstanceOf(DeliveryResult.CutOff.class);
        assertThat(server.commands())
                .filteredOn("RCPT TO:<lee@example.com>"::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <kim@example.com>: Recipient address rejected: User unknown",
                "550 No such user here",
                "551 User not local",
                "553 mailbox name invalid",
                "550 5.2.1 The email account is disabled",
                "550 #5.1.1 User unknown",
                "550 User unknown (client 10.4.33.21)",
                "550 User unknown (Exim 4.94.2)"
            })
    void tellsAMailboxThatDoesNotExist(String reply) {
        server.answer("RCPT", reply);

        assertThat(delivery.deliver(letter("kim@example.com"))).isEqualTo(new DeliveryResult.NoSuchMailbox(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "552 5.2.2 Mailbox full",
                "550 5.7.1 Message rejected due to policy",
                "550 Blocked as spam",
                "554 5.7.1 Client host blocked",
                "554 Client 5.1.1.9 not welcome",
                "550 5.7.1 Refused, as 5.1.1 was before"
            })
    void doesNotBlameTheMailboxForOtherRefusals(String reply) {
        server.answer("RCPT", reply);

        assertThat(delivery.deliver(letter("kim@example.com"))).isEqualTo(new DeliveryResult.Rejected(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 Relaying denied",
                "554 5.7.1 <kim@example.com>: Relay access denied",
                "530 5.7.0 Authentication required"
            })
    void tellsThatTheServerDoesNotServeUs(String reply) {
        server.answer("RCPT", reply);

        assertThat(delivery.deliver(letter("kim@example.com"))).isEqualTo(new DeliveryResult.NotAdmitted(reply));
    }

    @Test
    void tellsThatTheSenderIsNotAllowed() {
        server.answer("MAIL FROM", "550 5.7.60 Client does not have permissions to send as this sender");

        assertThat(delivery.deliver(letter("kim@example.com"))).isInstanceOf(DeliveryResult.NotAdmitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "MAIL FROM", "DATA", "."})
    void waitsWhenTheServerAsksForIt(String stage) {
        server.answer(stage, "451 4.7.1 Greylisted, try again later");

        assertThat(delivery.deliver(letter("kim@example.com")))
                .isEqualTo(new DeliveryResult.AskedToWait("451 4.7.1 Greylisted, try again later"));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 4.3.2 Too many connections",
        "MAIL FROM, 421 4.7.0 Slow down",
        "MAIL FROM, 451 Temporary local problem",
        "MAIL FROM, 452 4.3.1 Insufficient system storage",
        "RCPT, 451 4.3.0 Temporary lookup failure",
        "DATA, 451 4.3.0 Queue file write error",
        "., 421 4.3.0 Shutting down",
        "., 451 Try again later"
    })
    void knowsWhenTheServerAsksForAPauseOfAll(String stage, String reply) {
        server.answer(stage, reply);

        DeliveryResult result = delivery.deliver(letter("kim@example.com"));

        assertThat(result).isInstanceOf(DeliveryResult.Overloaded.class);
        assertThat(result.said()).contains(reply.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "451 Greylisted, come again in five minutes",
                "450 Greylisted, client=54.4.3.12",
                "450 Greylisted, client=4.3.12.54",
                "450 4.7.1 Greylisted, not 4.3.2"
            })
    void takesAGreylistForTheRecipientsOwn(String reply) {
        server.answer("RCPT", reply);

        assertThat(delivery.deliver(letter("kim@example.com"))).isInstanceOf(DeliveryResult.AskedToWait.class);
    }

    @Test
    void tellsARefusalOfTheLetterItself() {
        server.answer(".", "554 5.6.0 Message looks like spam");

        assertThat(delivery.deliver(letter("kim@example.com")))
                .isEqualTo(new DeliveryResult.Rejected("554 5.6.0 Message looks like spam"));
    }

    @Test
    void doesNotKnowWhatBecameOfALetterWhenTheConnectionBreaks() {
        server.answer(".", "DROP");

        assertThat(delivery.deliver(letter("kim@example.com"))).isInstanceOf(DeliveryResult.CutOff.class);
    }

    @Test
    void goesOnAfterARefusedRecipientOnTheSameConnection() {
        server.answer("RCPT TO:<GONE@", "550 5.1.1 User unknown");

        assertThat(delivery.deliver(letter("gone@example.com"))).isInstanceOf(DeliveryResult.NoSuchMailbox.class);
        assertThat(delivery.deliver(letter("kim@example.com"))).isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP", "RESET", "421 4.4.2 Bye", "502 5.5.1 Not implemented"})
    void goesOnAfterARefusedRecipientAlsoWhereTheServerWillNotStartAnew(String answer) {
        server.answer("RCPT TO:<GONE@", "550 5.1.1 User unknown").answer("RSET", answer);

        assertThat(delivery.deliver(letter("gone@example.com"))).isInstanceOf(DeliveryResult.NoSuchMailbox.class);
        assertThat(delivery.deliver(letter("kim@example.com"))).isInstanceOf(DeliveryResult.Accepted.class);
    }

    @Test
    void handsManyOverInTheirOrder() {
        List<Letter> letters = letters("a", "b", "c", "d", "e");

        assertThat(delivery.deliver(letters)).hasSize(5).allMatch(DeliveryResult.Accepted.class::isInstance);
        assertThat(server.mails())
                .isEqualTo(letters.stream().map(Letter::source).toList());
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void goesOnBehindRefusedOnesAmongMany() {
        server.answer("RCPT TO:<GONE@", "550 5.1.1 User unknown").answer("RCPT TO:<GREY@", "451 4.7.1 Greylisted");

        List<DeliveryResult> results = delivery.deliver(letters("a", "gone", "b", "grey", "gone"));

        assertThat(results)
                .extracting(result -> (Object) result.getClass())
                .containsExactly(
                        DeliveryResult.Accepted.class,
                        DeliveryResult.NoSuchMailbox.class,
                        DeliveryResult.Accepted.class,
                        DeliveryResult.AskedToWait.class,
                        DeliveryResult.NoSuchMailbox.class);
        assertThat(server.mails()).hasSize(2);
        assertThat(delivery.deliver(letters("c"))).hasSize(1).allMatch(DeliveryResult.Accepted.class::isInstance);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void leavesTheRestWhenTheServerHasHadEnough() {
        server.answerAfter(2, "MAIL FROM", "421 4.7.0 Too many messages");

        assertThat(delivery.deliver(letters("a", "b", "c", "d"))).hasSize(2);
        assertThat(delivery.deliver(letters("c", "d")))
                .as("on a new connection too")
                .containsExactly(new DeliveryResult.Overloaded("421 4.7.0 Too many messages"));
        server.answerAsUsual();
        assertThat(delivery.deliver(letters("c", "d"))).hasSize(2);
        assertThat(server.mails()).hasSize(4);
    }

    @Test
    void tellsSoonWhatASlowServerHasTaken() {
        server.whileTaking(mail -> pause(Duration.ofMillis(300)));
        List<Letter> letters = letters("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

        List<DeliveryResult> first = delivery.deliver(letters);

        assertThat(first).hasSizeBetween(2, 6).allMatch(DeliveryResult.Accepted.class::isInstance);
        assertThat(server.mails()).as("not one more has left").hasSize(first.size());
        server.answerAsUsual();
        assertThat(delivery.deliver(letters.subList(first.size(), 10))).hasSize(10 - first.size());
        assertThat(server.mails())
                .isEqualTo(letters.stream().map(Letter::source).toList());
        assertThat(server.connections()).isEqualTo(1);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void knowsOfOneAmongManyWhetherItMayHaveArrived() {
        server.answerAfter(2, ".", "DROP");

        List<DeliveryResult> results = delivery.deliver(letters("a", "b", "c", "d"));

        assertThat(results).hasSize(3);
        assertThat(results.getLast()).isInstanceOf(DeliveryResult.CutOff.class);
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void cutsAServerThatTakesForEver() {
        server.answer("DATA", "HANG");
        try (SmtpDelivery impatient = waiting(new Patience(LONG, LONG, A_MOMENT))) {
            long start = System.nanoTime();
            List<DeliveryResult> results = impatient.deliver(letters("a", "b"));

            assertThat(results).hasSize(1).allMatch(DeliveryResult.CutOff.class::isInstance);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("not at the end of its patience with one answer")
                    .isLessThan(LONG.dividedBy(2));
        }
    }

    @Test
    void waitsForNoGreetingForEver() {
        server.answer("GREETING", "HANG");
        try (SmtpDelivery impatient = waiting(new Patience(LONG, A_MOMENT, LONG))) {
            assertThat(impatient.obstacle())
                    .hasValueSatisfying(obstacle -> assertThat(obstacle)
                            .isInstanceOf(DeliveryResult.Unreachable.class)
                            .extracting(DeliveryResult::said)
                            .asString()
                            .contains("timed out"));
        }
    }

    private SmtpDelivery waiting(Patience patience) {
        return new SmtpDelivery(new SmtpConnections(
                smtp(StartTls.OFF), "console.example.com", Clock.systemUTC(), patience, (SSLSocketFactory)
                        SSLSocketFactory.getDefault()));
    }

    @Test
    void sendsNothingInTheClearWhereEncryptionIsRequired() {
        SmtpDelivery careful = deliveryTo(StartTls.REQUIRED, Optional.empty());

        assertThat(careful.obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle).isInstanceOf(DeliveryResult.Unreachable.class));
        assertThat(careful.deliver(letter("kim@example.com"))).isInstanceOf(DeliveryResult.Unreachable.class);
        assertThat(server.mails()).isEmpty();
        assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void sendsAtOnce() throws Exception {
        boolean atOnce = ScopedValue.where(Wire.BEING_LAID, new Wire())
                .call(() -> new PromptSockets().createSocket().getTcpNoDelay());

        assertThat(atOnce).isTrue();
    }

    private SmtpDelivery deliveryTo(StartTls startTls, Optional<String> user) {
        var smtp = new SmtpServer("localhost", server.port(), false, startTls, user, user, "portal@example.com");
        return new SmtpDelivery(new SmtpConnections(smtp, "console.example.com", Clock.systemUTC()));
    }

    private SmtpServer smtp(StartTls startTls) {
        return new SmtpServer(
                "localhost", server.port(), false, startTls, Optional.empty(), Optional.empty(), "portal@example.com");
    }

    private static List<Letter> letters(String... names) {
        return Stream.of(names).map(name -> letter(name + "@example.com")).toList();
    }

    private static Letter letter(String to) {
        Clock clock = Clock.systemUTC();
        return new Letter(
                WorkspaceId.next(clock),
                MailId.next(clock),
                "portal@example.com",
                EmailAddress.of(to),
                "Hello",
                "<1@example.com>",
                "Subject: Hello\r\n\r\nOne line.\r\n..and a dot\r\n");
    }
}
