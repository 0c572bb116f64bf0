package io.portico.bounces;

import io.portico.installation.BounceSettings;
import io.portico.mail.Report;
import io.portico.mail.ReturnKind;
import io.portico.mail.Returns;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notifications of Amazon SES, which come through a topic of Amazon SNS: at a path with a secret, and signed. Both count:
 * anybody can make a topic whose messages Amazon signs.
 */
@Component
class SesDoor implements ProviderDoor {
    private static final Logger LOG = LoggerFactory.getLogger(SesDoor.class);

    private final BounceSettings settings;
    private final SnsSignatures signatures;
    private final AmazonHosts amazon;
    private final Returns returns;
    private final JsonMapper json;

    SesDoor(BounceSettings settings, SnsSignatures signatures, AmazonHosts amazon, Returns returns, JsonMapper json) {
        this.settings = settings;
        this.signatures = signatures;
        this.amazon = amazon;
        this.returns = returns;
        this.json = json;
    }

    @Override
    public String provider() {
        return "ses";
    }

    @Override
    public boolean opensTo(Visit visit) {
        return visit.names(settings.sesSecret());
    }

    @Override
    public Heard hear(byte[] body) {
        SnsMessage message = SnsMessage.in(json.readTree(body));
        try {
            if (!signatures.areRightOn(message)) {
                return Heard.REFUSED;
            }
            return switch (message.type()) {
                case "Notification" -> Heard.of(note(json.readTree(message.field("Message"))));
                case "SubscriptionConfirmation" -> confirm(message);
                default -> Heard.IGNORED;
            };
        } catch (IOException e) {
            LOG.warn("Amazon SNS could not be asked: {}", e.getMessage());
            return Heard.LATER;
        }
    }

    /** The address in the message is not called: where the topic is says the same, and nothing else. */
    private Heard confirm(SnsMessage message) throws IOException {
        Optional<SnsTopic> topic = SnsTopic.parse(message.field("TopicArn"));
        if (topic.isEmpty()) {
            return Heard.REFUSED;
        }
        amazon.get(topic.get().confirmation(message.field("Token")));
        LOG.info(
                "Amazon SES reports bounces through {} from now on", topic.get().arn());
        return Heard.NOTED;
    }

    private boolean note(JsonNode news) {
        return kind(news)
                .filter(kind -> returns.note(new Report(mark(news.path("mail")), kind, said(news))))
                .isPresent();
    }

    private static String mark(JsonNode mail) {
        return mail.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asString("").equalsIgnoreCase("X-Portico-Mail"))
                .map(header -> header.path("value").asString(""))
                .findFirst()
                .or(() -> MarkInAddress.find(mail.path("source").asString("")))
                .orElse("");
    }

    /** A notification's type, or in SES's event publishing an event's. */
    private static Optional<ReturnKind> kind(JsonNode news) {
        String type =
                news.path("notificationType").asString(news.path("eventType").asString(""));
        return switch (type) {
            case "Bounce" ->
                Optional.of(
                        news.at("/bounce/bounceType").asString("").equals("Permanent")
                                ? ReturnKind.BOUNCED
                                : ReturnKind.NOT_DELIVERED);
            case "Complaint" ->
                Optional.of(ReturnKind.COMPLAINED)
                        .filter(kind -> !news.at("/complaint/complaintFeedbackType")
                                .asString("")
                                .equals("not-spam"));
            case "DeliveryDelay" -> Optional.of(ReturnKind.DELAYED);
            default -> Optional.empty();
        };
    }

    private static String said(JsonNode news) {
        String bounced = news.at("/bounce/bouncedRecipients/0/diagnosticCode").asString("");
        String delayed =
                news.at("/deliveryDelay/delayedRecipients/0/diagnosticCode").asString("");
        return !bounced.isEmpty()
                ? bounced
                : !delayed.isEmpty()
                        ? delayed
                        : news.at("/bounce/bounceSubType").asString("");
    }
}
