package io.portico.api.mail;

import io.portico.access.ContactTexts;
import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.api.access.MeantContact;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.CustomText;
import io.portico.mail.CustomValue;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValues;
import io.portico.mail.TextCheck;
import io.portico.mail.TextPlace;
import io.portico.mail.Vocabularies;
import io.portico.mail.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists the custom values of a workspace, and fills a text with them for one contact. */
@ApiController
class CustomValuesController {
    private static final long LEAST_SECONDS = 60;
    private static final long MOST_SECONDS = Duration.ofDays(30).toSeconds();

    private final Vocabularies vocabularies;
    private final OwnValues own;
    private final ContactTexts texts;
    private final Contacts contacts;

    CustomValuesController(Vocabularies vocabularies, OwnValues own, ContactTexts texts, Contacts contacts) {
        this.vocabularies = vocabularies;
        this.own = own;
        this.texts = texts;
        this.contacts = contacts;
    }

    /** In the order in which the editor offers them. */
    @GetMapping("/api/v1/custom-values")
    @NeedsScope(ApiScope.TEMPLATES_READ)
    ApiAnswer list(ApiVisit visit) {
        visit.query().end();
        Map<CustomValue, String> defined =
                own.all(visit.workspaceId()).stream().collect(Collectors.toMap(OwnValue::name, OwnValue::value));
        return ApiAnswer.ok(
                new ApiPage<>(vocabularies.toContacts(visit.workspaceId()).values(), Optional.empty())
                        .map(value -> CustomValueShown.of(value, Optional.ofNullable(defined.get(value)))));
    }

    /** The link that the text asks for is made now, and stands in this answer and nowhere else. */
    @PostMapping("/api/v1/custom-values:render")
    @NeedsScope(ApiScope.MAGIC_LINKS_WRITE)
    ApiAnswer render(ApiVisit visit) {
        visit.query().end();
        Fields body = visit.body();
        MeantContact meant = MeantContact.in(body);
        Optional<Duration> lifetime =
                body.number("expires_in", LEAST_SECONDS, MOST_SECONDS).map(Duration::ofSeconds);
        Optional<CustomText> text = text(body, toFill(visit.workspaceId()));
        body.end();
        Contact contact = meant.of(visit.workspaceId(), contacts);
        return ApiAnswer.ok(FilledShown.of(
                contact, texts.fill(visit.workspace(), contact, text.orElseThrow(), lifetime, visit.actor())));
    }

    private Vocabulary toFill(WorkspaceId workspace) {
        return new Vocabulary(vocabularies.toContacts(workspace).values().stream()
                .filter(value -> !ContactTexts.NOT_HERE.contains(value))
                .toList());
    }

    private static Optional<CustomText> text(Fields body, Vocabulary vocabulary) {
        Optional<String> written = body.text("text", TextPlace.BODY.longest());
        if (written.isEmpty()) {
            body.missing("text");
        }
        return written.flatMap(text -> switch (CustomText.check(text, TextPlace.BODY, vocabulary)) {
            case TextCheck.Accepted(CustomText accepted) -> Optional.of(accepted);
            case TextCheck.Refused(List<TextCheck.Fault> faults) -> {
                TextFaults.tell(body, "text", faults, ContactTexts.NOT_HERE);
                yield Optional.empty();
            }
        });
    }
}
