package io.portico.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portico.PorticoTest;
import io.portico.activity.FactKind;
import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.kernel.Language;
import io.portico.webhooks.WebhookEvent;
import io.portico.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PayloadsTests extends PorticoTest {
    private static final Path DOCUMENT = Path.of("docs/webhooks.md");
    private static final Instant THEN = Instant.parse("2026-11-28T09:30:00Z");
    private static final String SECRET = "S3cretS3cretS3cretS3cretS3cretS3cretS3cret1";

    /** What payloads take from the log: names of components, none of which ever holds a secret. */
    private static final Set<String> TAKEN = Set.of(
            "text",
            "reply",
            "kind",
            "run",
            "link",
            "mail",
            "expiresAt",
            "contact",
            "fault",
            "automation",
            "total",
            "sent",
            "failed",
            "skipped",
            "cancelled");

    @Autowired
    Payloads payloads;

    @Autowired
    JsonMapper json;

    static Stream<Class<?>> facts() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.portico").stream()
                        .filter(each -> each.isAnnotatedWith(FactKind.class))
                        .map(JavaClass::reflect);
    }

    /** Whatever stands in a fact beside the components that payloads name, it does not get out. */
    @ParameterizedTest
    @MethodSource("facts")
    void takeNothingFromAFactButWhatTheyName(Class<?> fact) {
        String kind = fact.getAnnotation(FactKind.class).value();
        ObjectNode details = details();
        Arrays.stream(fact.getRecordComponents())
                .filter(component -> !TAKEN.contains(component.getName()))
                .forEach(component -> details.put(component.getName(), SECRET));
        details.put("secret", SECRET).put("url", SECRET).put("code", SECRET);

        WebhookEvent.in(kind, details)
                .ifPresent(event -> assertThat(written(event, details)).doesNotContain(SECRET));
    }

    private ObjectNode details() {
        return json.createObjectNode()
                .put("text", "invitation")
                .put("reply", "550 no such user")
                .put("kind", "LOGIN_EMAILS")
                .put("fault", "NO_SUCH_MAILBOX")
                .put("automation", UUID.randomUUID().toString())
                .put("run", UUID.randomUUID().toString())
                .put("link", UUID.randomUUID().toString())
                .put("mail", UUID.randomUUID().toString())
                .put("expiresAt", THEN.toString());
    }

    private String written(WebhookEvent event, JsonNode details) {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        return payloads.write(acme.id(), new Happening(event, THEN, Optional.of(kim.id()), details));
    }

    @Test
    void sayOfADeletedContactItsIdAlone() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        contacts.delete(acme.id(), kim.id(), PORTICO);

        String payload = payloads.write(
                acme.id(),
                new Happening(WebhookEvent.CONTACT_DISABLED, THEN, Optional.of(kim.id()), json.createObjectNode()));

        assertThat(json.readTree(payload).at("/data/contact/state").asString()).isEqualTo("deleted");
        assertThat(payload).doesNotContain("person-");
    }

    @Test
    void tellOfABouncedMailOnlyWhenTheMailboxDoesNotExist() {
        assertThat(WebhookEvent.in("mail.failed", details())).contains(WebhookEvent.MAIL_BOUNCED);
        assertThat(WebhookEvent.in("mail.bounced", details())).contains(WebhookEvent.MAIL_BOUNCED);
        assertThat(WebhookEvent.in("mail.failed", details().put("fault", "OUT_OF_TIME")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areWrittenAsTheSamplesAre(WebhookEvent event) {
        JsonNode written = json.readTree(written(event, details()));

        assertThat(names(written)).isEqualTo(names(sample(event)));
    }

    private static Set<String> names(JsonNode node) {
        return node.propertyStream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.getKey()),
                        each.getKey().equals("custom_fields")
                                ? Stream.empty()
                                : names(each.getValue()).stream().map(name -> each.getKey() + "." + name)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void areInTheDocumentAsTheyAreInTheCode(WebhookEvent event) throws IOException {
        String text = Files.readString(DOCUMENT);
        var block = Pattern.compile("### `" + Pattern.quote(event.type()) + "`\n.*?```json\n(.*?)```", Pattern.DOTALL)
                .matcher(text);

        assertThat(block.find()).as("an example of " + event.type()).isTrue();
        assertThat(json.readTree(block.group(1)))
                .as("expected:\n" + json.writerWithDefaultPrettyPrinter().writeValueAsString(sample(event)))
                .isEqualTo(sample(event));
    }

    private JsonNode sample(WebhookEvent event) {
        return json.readTree(json.writeValueAsString(new EventPayload(event.type(), THEN, data(event))));
    }

    private static EventData data(WebhookEvent event) {
        Optional<UUID> link = Optional.of(UUID.fromString("01980a5e-7c00-7d3e-9f1a-6a1f4d2b8c11"));
        Optional<UUID> run = Optional.of(UUID.fromString("01980a5e-7a10-7b52-8d44-0c9be7f1a230"));
        return switch (event) {
            case CONTACT_CREATED -> new EventData.Created(kim("none"), "console");
            case CONTACT_INVITED -> new EventData.Invited(kim("invited"), run);
            case CONTACT_JOINED -> new EventData.Joined(kim("joined"), link);
            case CONTACT_SIGNED_IN -> new EventData.OfContact(kim("joined"));
            case CONTACT_DISABLED -> new EventData.OfContact(kim("disabled"));
            case INVITATION_EXPIRED -> new EventData.OfContact(kim("expired"));
            case INVITATION_REVOKED -> new EventData.OfContact(kim("revoked"));
            case MAIL_BOUNCED ->
                new EventData.Bounced(
                        kim("bounced"),
                        Optional.of(UUID.fromString("01980a5e-7b22-7c61-a0d5-51e2c3f49b07")),
                        "invitation",
                        "550 5.1.1 no such user");
            case MAIL_COMPLAINED ->
                new EventData.Complained(
                        kim("joined"),
                        Optional.of(UUID.fromString("01980a5e-7b22-7c61-a0d5-51e2c3f49b07")),
                        "login_email");
            case MAGIC_LINK_CREATED ->
                new EventData.LinkCreated(
                        kim("invited"), link.orElseThrow(), "operator", Instant.parse("2026-11-28T10:30:00Z"));
            case MAGIC_LINK_REDEEMED -> new EventData.LinkRedeemed(kim("joined"), link.orElseThrow(), "link");
            case RUN_FINISHED -> new EventData.RunFinished(run.orElseThrow(), "login-emails", 5, 4, 0, 1, 0);
            case AUTOMATION_STEP ->
                new EventData.AutomationStep(
                        kim("none"), UUID.fromString("01980a5e-7a10-7b52-8d44-0c9be7f1a240"), "Invite clients");
            case DOMAIN_VERIFIED, DOMAIN_FAILED -> new EventData.OfDomain("portal.example.com");
        };
    }

    private static ContactData kim(String state) {
        return new ContactData(
                new ContactId(UUID.fromString("01980a5e-6f40-7a9c-b3d1-2f8e5c7a9b10")),
                Optional.of("minji.kim@example.com"),
                state.equals("joined"),
                "Minji",
                "Kim",
                Optional.of("+82 10-1234-5678"),
                Optional.of(Language.KO),
                List.of("client"),
                Map.of("Company", "Hanbit"),
                state);
    }
}
