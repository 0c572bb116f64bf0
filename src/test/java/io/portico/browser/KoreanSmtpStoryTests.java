package io.portico.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.portico.installation.Installation;
import io.portico.installation.StartNotice;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same story in Korean, with mails sent to a real mail server. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${portico.fork:1}/story-${random.uuid}",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false"
        })
@DirtiesContext
class KoreanSmtpStoryTests {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Pattern LINK = Pattern.compile("https?://\\S+/in/[A-Za-z0-9_-]{43}");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{3}) ([0-9]{3})\\b");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Autowired
    private Installation installation;

    @Autowired
    private List<StartNotice> notices;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add(
                "portico.smtp-url",
                () -> "smtp://127.0.0.1:" + SERVER.getSmtp().getPort() + "?from=portal@acme.example&starttls=off");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void anOperatorLetsClientsIn() {
        var story = new Story(browsing, View.WIDE.korean(), installation, KoreanSmtpStoryTests::newest);
        StoryTests.tell(story, StoryTests.setUpLink(notices), "ko");
    }

    private static Story.Letter newest(String address, int count) {
        List<MimeMessage> mails = Awaitility.await()
                .atMost(Story.patience())
                .until(() -> mailsTo(address), found -> found.size() >= count);
        String text = textOf(mails.getLast());
        return new Story.Letter(first(LINK, text), first(CODE, text).replace(" ", ""));
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String textOf(MimeMessage mail) {
        try {
            BodyPart text = ((MimeMultipart) mail.getContent()).getBodyPart(0);
            return text.getContent().toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group();
    }
}
