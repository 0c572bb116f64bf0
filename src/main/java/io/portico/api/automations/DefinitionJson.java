package io.portico.api.automations;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.portico.access.OwnMails;
import io.portico.api.Fields;
import io.portico.automation.Definition;
import io.portico.automation.Step;
import io.portico.kernel.Labelled;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.content.WordsCheck;
import io.portico.webhooks.Webhooks;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes what an automation does, as the API says it; {@code docs/automations.md} shows every shape. */
@Component
class DefinitionJson {
    private static final String FIELD = "definition";

    private final OwnMails mails;
    private final Webhooks webhooks;
    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Labelled.class, ByWord.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    DefinitionJson(OwnMails mails, Webhooks webhooks) {
        this.mails = mails;
        this.webhooks = webhooks;
    }

    /** Constants go by their words: {@code stop-if}. */
    private interface ByWord {
        @JsonValue
        String word();
    }

    JsonNode tree(Definition definition) {
        return mapper.valueToTree(definition);
    }

    JsonNode tree(Step step) {
        return mapper.valueToTree(step);
    }

    /** Empty when it is not there, and, with the faults told, when it is wrong. */
    Optional<Definition> read(WorkspaceId workspace, Fields body) {
        Optional<JsonNode> tree = body.tree(FIELD);
        if (tree.isPresent() && !tree.get().isObject()) {
            body.fault(FIELD, "wrong_type", "It must be an object.");
            return Optional.empty();
        }
        return tree.flatMap(each -> read(each, body)).filter(each -> fits(workspace, each, body));
    }

    private Optional<Definition> read(JsonNode tree, Fields body) {
        ObjectNode whole = ((ObjectNode) tree).deepCopy();
        if (!whole.has("conditions")) {
            whole.putArray("conditions");
        }
        if (!whole.has("again")) {
            whole.put("again", Duration.ZERO.toString());
        }
        if (!whole.path("trigger").isObject() || !whole.path("steps").isArray()) {
            body.fault(FIELD, "missing", "It must have a trigger and steps.");
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.treeToValue(whole, Definition.class));
        } catch (JacksonException no) {
            body.faultWithin(FIELD, where(no), "invalid_value", why(no));
            return Optional.empty();
        }
    }

    private static List<String> where(JacksonException no) {
        Stream<String> path = no.getPath().stream()
                .map(each -> each.getPropertyName() == null ? String.valueOf(each.getIndex()) : each.getPropertyName());
        Stream<String> kind = no instanceof InvalidTypeIdException unknown
                ? wordOf(unknown.getBaseType().getRawClass())
                : Stream.of();
        return Stream.concat(path, kind).toList();
    }

    /** The field that says which of its kinds a choice is. */
    private static Stream<String> wordOf(Class<?> choice) {
        return Stream.ofNullable(choice.getAnnotation(JsonTypeInfo.class)).map(JsonTypeInfo::property);
    }

    /** In our own words where we have some; the library's name classes. */
    private static String why(JacksonException no) {
        List<String> allowed = allowed(no);
        if (!allowed.isEmpty()) {
            return "It must be one of: " + String.join(", ", allowed) + ".";
        }
        return no.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
                ? ours.getMessage()
                : "This is not what docs/automations.md shows; a word is misspelt, missing, or too much.";
    }

    /** The words that may stand there; none where it is not one of a few. */
    private static List<String> allowed(JacksonException no) {
        return switch (no) {
            case InvalidTypeIdException kind -> kinds(kind.getBaseType().getRawClass());
            case InvalidFormatException value -> constants(value.getTargetType());
            default -> List.of();
        };
    }

    private static List<String> kinds(Class<?> choice) {
        JsonSubTypes kinds = choice.getAnnotation(JsonSubTypes.class);
        return kinds == null
                ? List.of()
                : Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name).toList();
    }

    private static List<String> constants(Class<?> type) {
        Object[] constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
        return Arrays.stream(constants)
                .filter(Labelled.class::isInstance)
                .map(each -> ((Labelled) each).word())
                .toList();
    }

    private boolean fits(WorkspaceId workspace, Definition definition, Fields body) {
        Duration again = definition.again();
        if (!again.isZero() && (again.compareTo(Duration.ofDays(1)) < 0 || again.compareTo(Step.LONGEST_WAIT) > 0)) {
            body.faultWithin(
                    FIELD, List.of("again"), "invalid_value", "PT0S for never, or 1 to 365 days, such as P30D.");
            return false;
        }
        for (int n = 0; n < definition.steps().size(); n++) {
            Optional<String> fault = fault(workspace, definition.steps().get(n));
            if (fault.isPresent()) {
                body.faultWithin(FIELD, List.of("steps", String.valueOf(n)), "invalid_value", fault.get());
                return false;
            }
        }
        return true;
    }

    private Optional<String> fault(WorkspaceId workspace, Step step) {
        if (step instanceof Step.Write(var words)
                && mails.check(workspace, words) instanceof WordsCheck.Refused(var faults)) {
            return Optional.of("The words have faults in " + faults.keySet()
                    + ": an unknown custom value, a text that is missing or too long, or a secret where none may be.");
        }
        return step instanceof Step.CallWebhook(WebhookId webhook)
                        && webhooks.find(workspace, webhook).isEmpty()
                ? Optional.of("The workspace has no such webhook.")
                : Optional.empty();
    }
}
