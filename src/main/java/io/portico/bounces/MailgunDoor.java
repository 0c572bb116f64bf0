package io.portico.bounces;

import io.portico.installation.BounceSettings;
import io.portico.mail.DeadMailbox;
import io.portico.mail.Report;
import io.portico.mail.ReturnKind;
import io.portico.mail.Returns;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mailgun's webhooks, each signed over a time and a token that is used once. The mail's mark comes back as the user variable
 * {@code portico}.
 */
@Component
class MailgunDoor implements ProviderDoor {
    private final BounceSettings settings;
    private final MailgunSignatures signatures;
    private final Returns returns;
    private final JsonMapper json;

    MailgunDoor(BounceSettings settings, MailgunSignatures signatures, Returns returns, JsonMapper json) {
        this.settings = settings;
        this.signatures = signatures;
        this.returns = returns;
        this.json = json;
    }

    @Override
    public String provider() {
        return "mailgun";
    }

    @Override
    public boolean opensTo(Visit visit) {
        return settings.mailgunKey().isPresent() && visit.secret().isEmpty();
    }

    @Override
    public Heard hear(byte[] body) {
        JsonNode news = json.readTree(body);
        JsonNode event = news.path("event-data");
        return signatures.once(MailgunSignature.in(news), () -> Heard.of(note(event)));
    }

    private boolean note(JsonNode event) {
        String mark = event.at("/user-variables/portico").asString("");
        return kind(event)
                .filter(kind -> returns.note(new Report(mark, kind, said(event))))
                .isPresent();
    }

    private static Optional<ReturnKind> kind(JsonNode event) {
        return switch (event.path("event").asString("")) {
            case "complained" -> Optional.of(ReturnKind.COMPLAINED);
            case "failed" ->
                event.path("severity").asString("").equals("permanent")
                        ? permanent(event)
                        : Optional.of(ReturnKind.DELAYED);
            default -> Optional.empty();
        };
    }

    private static Optional<ReturnKind> permanent(JsonNode event) {
        return switch (event.path("reason").asString("")) {
            case "suppress-complaint" -> Optional.of(ReturnKind.COMPLAINED);
            case "bounce", "suppress-bounce" -> Optional.of(ReturnKind.BOUNCED);
            default ->
                Optional.of(
                        DeadMailbox.isMeantBy(event.at("/delivery-status/code").asInt(0), said(event))
                                ? ReturnKind.BOUNCED
                                : ReturnKind.NOT_DELIVERED);
        };
    }

    private static String said(JsonNode event) {
        JsonNode status = event.path("delivery-status");
        String message = status.path("message").asString("");
        return message.isEmpty() ? status.path("description").asString("") : message;
    }
}
