package io.portico.bounces;

import io.portico.installation.BounceSettings;
import io.portico.mail.Report;
import io.portico.mail.ReturnKind;
import io.portico.mail.Returns;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Postmark's bounce and spam complaint webhooks, which are not signed: a secret in the path, or as the password of basic
 * authentication. The mail's mark comes back as the metadata {@code portico}.
 */
@Component
class PostmarkDoor implements ProviderDoor {
    private final BounceSettings settings;
    private final Returns returns;
    private final JsonMapper json;

    PostmarkDoor(BounceSettings settings, Returns returns, JsonMapper json) {
        this.settings = settings;
        this.returns = returns;
        this.json = json;
    }

    @Override
    public String provider() {
        return "postmark";
    }

    @Override
    public boolean opensTo(Visit visit) {
        return visit.names(settings.postmarkSecret()) || visit.signsInWith(settings.postmarkSecret());
    }

    @Override
    public Heard hear(byte[] body) {
        JsonNode news = json.readTree(body);
        String mark = news.at("/Metadata/portico").asString("");
        return Heard.of(kind(news)
                .filter(kind -> returns.note(new Report(mark, kind, said(news))))
                .isPresent());
    }

    private static Optional<ReturnKind> kind(JsonNode news) {
        return switch (news.path("RecordType").asString("")) {
            case "SpamComplaint" -> Optional.of(ReturnKind.COMPLAINED);
            case "Bounce" -> bounce(news.path("Type").asString(""));
            default -> Optional.empty();
        };
    }

    private static Optional<ReturnKind> bounce(String type) {
        return switch (type) {
            case "HardBounce", "BadEmailAddress" -> Optional.of(ReturnKind.BOUNCED);
            case "SpamComplaint" -> Optional.of(ReturnKind.COMPLAINED);
            case "Transient" -> Optional.of(ReturnKind.DELAYED);
            // Answers of machines and of people, not about the mail's way.
            case "AutoResponder", "AddressChange", "Subscribe", "Unsubscribe", "ChallengeVerification" ->
                Optional.empty();
            default -> Optional.of(ReturnKind.NOT_DELIVERED);
        };
    }

    private static String said(JsonNode news) {
        String details = news.path("Details").asString("");
        return details.isEmpty() ? news.path("Description").asString("") : details;
    }
}
