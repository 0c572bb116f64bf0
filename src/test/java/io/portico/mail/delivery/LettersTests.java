package io.portico.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gg.jte.generated.precompiled.StaticTemplates;
import io.portico.installation.SmtpServer;
import io.portico.installation.SmtpServer.StartTls;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.MailId;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailMarksFixture;
import io.portico.mail.MailTemplate;
import io.portico.mail.Sender;
import io.portico.mail.TestComposer;
import io.portico.mail.content.MailContent;
import io.portico.mail.content.MailWriters;
import io.portico.workspace.Accent;
import io.portico.workspace.Workspace;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a real mail server, read there as its user would. */
class LettersTests {
    private static final String ATTACK = "<b>{{portal.magic_link}}</b>\r\nBcc: x@y.example";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-01T00:00:00Z"), ZoneOffset.UTC);

    private static final GreenMail GREEN_MAIL = new GreenMail(patient(ServerSetup.SMTP, ServerSetup.SMTPS));

    private SmtpDelivery delivery = deliveryTo(server(25, false, Optional.empty()));

    @BeforeAll
    static void start() {
        GREEN_MAIL.setUser("portal@example.com", "portal", "pass");
        GREEN_MAIL.start();
    }

    @AfterAll
    static void stop() {
        GREEN_MAIL.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void close() {
        delivery.close();
    }

    private static ServerSetup[] patient(ServerSetup... setups) {
        ServerSetup[] free = ServerSetup.dynamicPort(setups);
        Arrays.stream(free).forEach(setup -> setup.setServerStartupTimeout(30_000));
        return free;
    }

    @Test
    void arriveWithTheHeadersOfAMachinesMail() throws Exception {
        MailId id = MailId.next(CLOCK);

        MimeMessage mail = sent(id, "한빛 스튜디오", "김민지", Language.KO);

        assertThat(mail.getSubject()).isEqualTo("한빛 스튜디오 로그인 안내");
        var from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("한빛 스튜디오");
        assertThat(from.getAddress()).isEqualTo("portal@example.com");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("kim@example.com");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@example.com>");
        assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-08-01T00:00:00Z"));
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("help@acme.example");
        assertThat(mail.getHeader("List-Id")).containsExactly("<acme.example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ko");
        assertThat(mail.getHeader("Return-Path")).containsExactly("<portal@example.com>");
    }

    /** What the console shows is {@link EmailAddress#value()}: nothing between there and the wire changes a byte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim.Minji@예시.한국",
                "o'hara_{x}=!#$%&*/?^`|~-@example.com",
                "ＫＩＭ＠Ｅｘａｍｐｌｅ．ＣＯＭ",
                "-kim@example.com",
                "kim+news@MÜNCHEN.de"
            })
    void arriveAtTheVeryBytesThatAreShown(String typed) throws Exception {
        var shown = EmailAddress.of(typed);
        delivery = deliveryTo(server(GREEN_MAIL.getSmtp().getPort(), false, Optional.empty()));
        delivery.deliver(letter(MailId.next(CLOCK), "Acme", "Kim", Language.EN, shown));
        MimeMessage mail = GREEN_MAIL.getReceivedMessages()[0];

        assertThat(mail.getHeader("To")).containsExactly(shown.value());
        assertThat(GREEN_MAIL.getUserManager().getUserByEmail(shown.value())).isNotNull();
    }

    @Test
    void endTheirLinesAsMailDoes() {
        for (Language language : Language.values()) {
            assertThat(letter(MailId.next(CLOCK), "Acme", "Kim", language).source())
                    .doesNotContainPattern("(?<!\\r)\\n")
                    .doesNotContainPattern("\\r(?!\\n)");
        }
    }

    @Test
    void arriveWithATextAndAnHtmlPart() throws Exception {
        var parts = (MimeMultipart)
                sent(MailId.next(CLOCK), "Acme", "김민지", Language.KO).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("김민지 님, 안녕하세요.", TestComposer.LINK, "123 456");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("김민지 님, 안녕하세요.", "<html lang=\"ko\">");
    }

    @Test
    void letAHostileNameAddNoHeaderAndNoRecipient() throws Exception {
        MimeMessage mail = sent(MailId.next(CLOCK), ATTACK, ATTACK, Language.EN);

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Your login to <b>{{portal.magic_link}}</b> Bcc: x@y.example");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal())
                .isEqualTo("<b>{{portal.magic_link}}</b> Bcc: x@y.example");
    }

    /** Whoever wrote the words: no field is added by what stands in another. */
    @Test
    void haveTheirOwnFieldsAndNoOthers() {
        Letter letter = letter(
                MailId.next(CLOCK),
                ATTACK,
                EmailAddress.of("kim@example.com"),
                Language.EN,
                new MailContent("Hi\r\nBcc: x@y.example\r\n\r\n<b>", "<p>Hi</p>", "Hi"));

        assertThat(letter.subject()).isEqualTo("Hi Bcc: x@y.example <b>");
        assertThat(letter.source().split("\r\n\r\n", 2)[0].split("\r\n(?![ \t])"))
                .extracting(field -> field.substring(0, field.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "From",
                        "Reply-To",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "List-Id",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress",
                        "Content-Language",
                        "MIME-Version",
                        "Content-Type");
        assertThat(letter.source())
                .contains("From: \"<b>{{portal.magic_link}}</b> Bcc: x@y.example\" <portal@example.com>\r\n");
    }

    @Test
    void areWireSafe() {
        Letter letter = letter(MailId.next(CLOCK), "한빛", "김민지", Language.KO);

        assertThat(letter.source()).matches(text -> text.chars().allMatch(c -> c < 128), "is US-ASCII");
        assertThat(letter.source().split("\r\n")).allMatch(line -> line.length() <= 998 && !line.contains("\n"));
        assertThat(letter.source()).hasSizeLessThan(20_000);
    }

    @Test
    void leaveWithAPassword() {
        delivery = deliveryTo(server(GREEN_MAIL.getSmtp().getPort(), false, Optional.of("pass")));

        assertThat(delivery.deliver(letter(MailId.next(CLOCK), "Acme", "Kim", Language.EN)))
                .isInstanceOf(DeliveryResult.Accepted.class);
    }

    @Test
    void doNotLeaveWithAWrongPassword() {
        delivery = deliveryTo(server(GREEN_MAIL.getSmtp().getPort(), false, Optional.of("wrong")));

        assertThat(delivery.obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle).isInstanceOf(DeliveryResult.NotAdmitted.class));
    }

    @Test
    void doNotLeaveToAServerWhoseCertificateNobodyVouchesFor() {
        delivery = deliveryTo(server(GREEN_MAIL.getSmtps().getPort(), true, Optional.empty()));

        assertThat(delivery.obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle.said()).containsIgnoringCase("certification path"));
    }

    private MimeMessage sent(MailId id, String business, String name, Language language) {
        delivery = deliveryTo(server(GREEN_MAIL.getSmtp().getPort(), false, Optional.empty()));
        assertThat(delivery.deliver(letter(id, business, name, language))).isInstanceOf(DeliveryResult.Accepted.class);
        return GREEN_MAIL.getReceivedMessages()[0];
    }

    private static Letter letter(MailId id, String business, String name, Language language) {
        return letter(id, business, name, language, EmailAddress.of("kim@example.com"));
    }

    private static Letter letter(MailId id, String business, String name, Language language, EmailAddress to) {
        Map<CustomValue, String> values = new HashMap<>(TestComposer.values(name));
        var ready = new Composition.Ready(
                to, language, values, TestComposer.LINK, Optional.of(TestComposer.CODE), Optional.empty());
        MailContent content =
                MailWriters.real(new StaticTemplates()).write(MailTemplate.LOGIN_EMAIL, workspaceOf(business), ready);
        return letter(id, business, to, language, content);
    }

    private static Letter letter(MailId id, String business, EmailAddress to, Language language, MailContent content) {
        return new Letters(MailMarksFixture.none(), CLOCK)
                .write(
                        new SenderHead(workspaceOf(business), sender(business), "acme.example.com", Optional.empty()),
                        id,
                        to,
                        language,
                        content);
    }

    /** A brand's name is one line; what is hostile in a sender's own name stays as it is. */
    private static Workspace workspaceOf(String business) {
        return new Workspace(
                WorkspaceId.next(CLOCK),
                new Slug("acme"),
                business.replaceAll("\\R+", " "),
                Language.EN,
                ZoneId.of("Asia/Seoul"),
                new Accent("#2f5bd0"),
                false);
    }

    private static Sender sender(String name) {
        return new Sender(
                name, "portal@example.com", Optional.of(EmailAddress.of("help@acme.example")), Optional.empty());
    }

    private static SmtpServer server(int port, boolean tls, Optional<String> password) {
        return new SmtpServer(
                "localhost", port, tls, StartTls.OFF, password.map(p -> "portal"), password, "portal@example.com");
    }

    private static SmtpDelivery deliveryTo(SmtpServer server) {
        return new SmtpDelivery(new SmtpConnections(server, "console.example.com", CLOCK));
    }
}
