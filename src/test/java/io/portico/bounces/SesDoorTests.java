package io.portico.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.SelfSigned;
import io.portico.installation.BounceSettings;
import io.portico.mail.ReturnKind;
import io.portico.mail.Returns;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class SesDoorTests extends BouncesTest {
    private static final String DOOR = "/bounces/ses/amazon-simple-email-secret";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:bounces";
    private static final String CERTIFICATE =
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-010a507c1833636cd94bdb98bd93083a.pem";
    private static final SelfSigned AMAZON = SelfSigned.of("sns.amazonaws.com");
    private static final SelfSigned STRANGER = SelfSigned.of("sns.example.com");

    @Autowired
    private SnsSignatures signatures;

    @Autowired
    private Returns returns;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void knowAmazon() throws Exception {
        signatures.keep(URI.create(CERTIFICATE), AMAZON.certificate().getEncoded());
    }

    /** As Amazon documents it. */
    private String news(String type, String bounceType, String source, String header) {
        return """
                {"%s": "%s",
                 "bounce": {"bounceType": "%s", "bounceSubType": "General", "reportingMTA": "dns; email.example.com",
                   "bouncedRecipients": [{"emailAddress": "jane@example.com", "status": "5.1.1", "action": "failed",
                     "diagnosticCode": "smtp; 550 5.1.1 <jane@example.com>... User"}],
                   "timestamp": "2026-01-27T14:59:38.237Z", "feedbackId": "00000138111222aa-33322211"},
                 "mail": {"timestamp": "2026-01-27T14:59:38.237Z", "source": "%s", "messageId": "00000138111222aa",
                   "destination": ["jane@example.com"],
                   "headers": [{"name": "From", "value": "John"}, {"name": "X-Portico-Mail", "value": "%s"}]}}""".formatted(
                        type.equals("Bounce") ? "notificationType" : "eventType", type, bounceType, source, header);
    }

    private Map<String, String> message(String type, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Type", type);
        fields.put("MessageId", UUID.randomUUID().toString());
        fields.put("TopicArn", TOPIC);
        fields.put("Message", text);
        fields.put("Timestamp", "2026-11-28T20:00:00.000Z");
        fields.put("SigningCertURL", CERTIFICATE);
        return fields;
    }

    private String signed(Map<String, String> fields, SelfSigned by, String version) throws Exception {
        var signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
        signature.initSign(by.key());
        for (String name :
                List.of("Message", "MessageId", "SubscribeURL", "Subject", "Timestamp", "Token", "TopicArn", "Type")) {
            if (fields.containsKey(name)) {
                signature.update((name + "\n" + fields.get(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        fields.put("SignatureVersion", version);
        fields.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        return json.writeValueAsString(fields);
    }

    private int notify(String news) throws Exception {
        return post(DOOR, signed(message("Notification", news), AMAZON, "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "Bounce, Permanent, BOUNCED",
        "Bounce, Transient, NOT_DELIVERED",
        "Bounce, Undetermined, NOT_DELIVERED",
        "Complaint, '', COMPLAINED",
        "DeliveryDelay, '', DELAYED"
    })
    void knowsWhatANotificationMeans(String type, String bounceType, ReturnKind kind) throws Exception {
        assertThat(notify(news(type, bounceType, "portal@example.com", mark))).isEqualTo(200);

        assertThat(cameBack()).contains(kind);
        assertThat(suppressed().isPresent()).isEqualTo(kind == ReturnKind.BOUNCED || kind == ReturnKind.COMPLAINED);
    }

    @Test
    void knowsTheMailByItsEnvelopeWhereHeadersAreLeftOut() throws Exception {
        notify(news("Bounce", "Permanent", "bounces+" + mark + "@example.com", "")
                .replace("X-Portico-Mail", "X-Other"));

        assertThat(cameBack()).contains(ReturnKind.BOUNCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void takesBothVersionsOfTheSignature(String version) throws Exception {
        Map<String, String> fields = message("Notification", news("Bounce", "Permanent", "", mark));
        fields.put("Subject", "Amazon SES Email Event Notification");

        assertThat(post(DOOR, signed(fields, AMAZON, version), "Content-Type", "text/plain; charset=UTF-8"))
                .isEqualTo(200);
        assertThat(cameBack()).isPresent();
    }

    @Test
    void refusesWhatAmazonDidNotSign() throws Exception {
        String bounce = news("Bounce", "Permanent", "", mark);

        assertThat(post(DOOR, signed(message("Notification", bounce), STRANGER, "1")))
                .isEqualTo(403);
        assertThat(post(
                        DOOR,
                        signed(message("Notification", bounce), AMAZON, "1").replace("bounces", "other")))
                .isEqualTo(403);
        assertThat(post(DOOR, bounce)).as("raw message delivery").isEqualTo(403);
        Map<String, String> unsigned = message("Notification", bounce);
        unsigned.put("SignatureVersion", "3");
        unsigned.put("Signature", "!");
        assertThat(post(DOOR, json.writeValueAsString(unsigned))).isEqualTo(403);

        assertThat(cameBack()).isEmpty();
    }

    @Test
    void isNotThereForWhoeverHasNoSecretEvenWhenAmazonSigned() throws Exception {
        String body = signed(message("Notification", news("Bounce", "Permanent", "", mark)), AMAZON, "1");

        assertThat(post("/bounces/ses/another-topics-owner-guesses", body)).isEqualTo(404);
        assertThat(post("/bounces/ses", body)).isEqualTo(404);

        assertThat(cameBack()).isEmpty();
    }

    /** Notes what it is asked for, and says nothing anybody could believe. */
    private static final class Asked implements AmazonHosts {
        private final List<URI> asked = new ArrayList<>();

        @Override
        public byte[] get(URI address) throws IOException {
            asked.add(address);
            return new byte[0];
        }
    }

    private SesDoor doorTo(AmazonHosts amazon) throws Exception {
        var own = new SnsSignatures(amazon, clock);
        own.keep(URI.create(CERTIFICATE), AMAZON.certificate().getEncoded());
        var settings = new BounceSettings(
                Optional.empty(), Optional.empty(), Optional.of("x"), Optional.empty(), Optional.empty());
        return new SesDoor(settings, own, amazon, returns, json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-01.pem",
                "https://evil.example/sns.eu-west-1.amazonaws.com/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-01.pem",
                "https://my-bucket.s3.amazonaws.com/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-01.pem?x=.pem",
                "https://sns.eu-west-1.amazonaws.com/../SimpleNotificationService-01.pem",
                "https://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                ""
            })
    void fetchesNoCertificateFromAnywhereElse(String address) throws Exception {
        var amazon = new Asked();
        Map<String, String> fields = message("Notification", news("Bounce", "Permanent", "", mark));
        fields.put("SigningCertURL", address);

        assertThat(doorTo(amazon).hear(signed(fields, STRANGER, "1").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Heard.REFUSED);
        assertThat(amazon.asked).isEmpty();
    }

    private Map<String, String> confirmation(String topic, String subscribe) {
        Map<String, String> fields = message("SubscriptionConfirmation", "You have chosen to subscribe");
        fields.put("TopicArn", topic);
        fields.put("Token", "2336412f37fb687f5d51e6e2&Action=Evil");
        fields.put("SubscribeURL", subscribe);
        return fields;
    }

    @Test
    void confirmsItsSubscriptionAtAmazonWhateverAddressTheMessageNames() throws Exception {
        var amazon = new Asked();
        String body = signed(confirmation(TOPIC, "http://169.254.169.254/"), AMAZON, "2");

        assertThat(doorTo(amazon).hear(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Heard.NOTED);

        assertThat(amazon.asked)
                .containsExactly(URI.create("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
                        + "arn%3Aaws%3Asns%3Aeu-west-1%3A123456789012%3Abounces"
                        + "&Token=2336412f37fb687f5d51e6e2%26Action%3DEvil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:evil.example/#:123456789012:bounces",
                "arn:aws:sns:127.0.0.1:123456789012:x",
                "arn:aws:sqs:eu-west-1:123456789012:x",
                ""
            })
    void confirmsNoTopicThatIsNone(String topic) throws Exception {
        var amazon = new Asked();
        String body = signed(confirmation(topic, "https://sns.eu-west-1.amazonaws.com/"), AMAZON, "1");

        assertThat(doorTo(amazon).hear(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Heard.REFUSED);
        assertThat(amazon.asked).isEmpty();
    }

    @Test
    void confirmsNothingThatAmazonDidNotSign() throws Exception {
        var amazon = new Asked();
        String body = signed(confirmation(TOPIC, "https://sns.eu-west-1.amazonaws.com/"), STRANGER, "1");

        assertThat(doorTo(amazon).hear(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Heard.REFUSED);
        assertThat(amazon.asked).isEmpty();
    }
}
