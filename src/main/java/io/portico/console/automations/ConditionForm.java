package io.portico.console.automations;

import io.portico.automation.Condition;
import io.portico.automation.Step;
import io.portico.contacts.MembershipState;
import io.portico.kernel.Language;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it was chosen.
 *
 * @param by {@code state}, {@code tag}, {@code language} or {@code field}
 */
public record ConditionForm(String by, List<String> state, String tag, String language, String field, String value) {
    private static final int LONGEST = 200;

    public ConditionForm(
            @Nullable String by,
            @Nullable List<String> state,
            @Nullable String tag,
            @Nullable String language,
            @Nullable String field,
            @Nullable String value) {
        this.by = Objects.requireNonNullElse(by, "");
        this.state = state == null ? List.of() : List.copyOf(state);
        this.tag = Objects.requireNonNullElse(tag, "");
        this.language = Objects.requireNonNullElse(language, "");
        this.field = Objects.requireNonNullElse(field, "").strip();
        this.value = Objects.requireNonNullElse(value, "").strip();
    }

    static ConditionForm empty() {
        return new ConditionForm("state", null, null, null, null, null);
    }

    /** Empty, with the errors told. */
    Optional<Condition> read(Texts texts, FormErrors errors) {
        return switch (by) {
            case "state" -> state(texts, errors);
            case "tag" -> tag(texts, errors);
            case "language" ->
                Optional.<Condition>of(
                        new Condition.Speaks(Language.parse(language).orElse(Language.EN)));
            case "field" -> field(texts, errors);
            default -> refused(errors, "by", texts.t("automations.choose"));
        };
    }

    private Optional<Condition> state(Texts texts, FormErrors errors) {
        Set<MembershipState> states = state.stream()
                .map(MembershipState::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MembershipState.class)));
        return states.isEmpty()
                ? refused(errors, "state", texts.t("automations.state.none"))
                : Optional.of(new Condition.HasState(states));
    }

    private Optional<Condition> tag(Texts texts, FormErrors errors) {
        try {
            return Optional.of(new Condition.HasTag(new Step.AddTag(tag).tag()));
        } catch (IllegalArgumentException e) {
            return refused(errors, "tag", texts.t("automations.tag.wrong"));
        }
    }

    private Optional<Condition> field(Texts texts, FormErrors errors) {
        boolean fits = !field.isEmpty() && field.length() <= LONGEST && value.length() <= LONGEST;
        return fits
                ? Optional.of(new Condition.HasField(field, value))
                : refused(errors, "field", texts.t("automations.field.wrong", LONGEST));
    }

    private static Optional<Condition> refused(FormErrors errors, String where, String why) {
        errors.put(where, why);
        return Optional.empty();
    }
}
