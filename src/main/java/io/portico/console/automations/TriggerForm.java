package io.portico.console.automations;

import io.portico.automation.Trigger;
import io.portico.automation.TriggerKind;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trigger, or an event to wait for, as it was chosen; each kind that needs a word more has a field of its own.
 *
 * @param on the kind
 */
public record TriggerForm(String on, String tagged, String untagged, String unanswered, String unseen) {
    private static final String NEITHER = "";

    public TriggerForm(
            @Nullable String on,
            @Nullable String tagged,
            @Nullable String untagged,
            @Nullable String unanswered,
            @Nullable String unseen) {
        this.on = Objects.requireNonNullElse(on, "");
        this.tagged = Objects.requireNonNullElse(tagged, "");
        this.untagged = Objects.requireNonNullElse(untagged, "");
        this.unanswered = Objects.requireNonNullElse(unanswered, "");
        this.unseen = Objects.requireNonNullElse(unseen, "");
    }

    static TriggerForm of(Trigger trigger) {
        return new TriggerForm(
                trigger.kind().word(),
                trigger instanceof Trigger.Tagged(String tag) ? tag : NEITHER,
                trigger instanceof Trigger.Untagged(String tag) ? tag : NEITHER,
                trigger instanceof Trigger.Unanswered(int days) ? String.valueOf(days) : "7",
                trigger instanceof Trigger.Unseen(int days) ? String.valueOf(days) : "30");
    }

    String valueOf(TriggerKind kind) {
        return switch (kind) {
            case TAGGED -> tagged;
            case UNTAGGED -> untagged;
            case UNANSWERED -> unanswered;
            case UNSEEN -> unseen;
            case CREATED, INVITED, JOINED, SIGNED_IN, BOUNCED, APP_OPENED, CALLED -> NEITHER;
        };
    }

    /** Empty, with the errors told by the name of the kind. */
    Optional<Trigger> read(Texts texts, FormErrors errors) {
        Optional<TriggerKind> kind = TriggerKind.parse(on);
        if (kind.isEmpty()) {
            errors.put("on", texts.t("automations.choose"));
            return Optional.empty();
        }
        try {
            return kind.map(each -> Trigger.of(each, valueOf(each), days(valueOf(each))));
        } catch (IllegalArgumentException e) {
            errors.put(
                    on,
                    kind.get().needs() == TriggerKind.Needs.DAYS
                            ? texts.t("automations.days.wrong", Trigger.MOST_DAYS)
                            : texts.t("automations.tag.wrong"));
            return Optional.empty();
        }
    }

    private static int days(String typed) {
        String bare = typed.strip();
        return bare.matches("[0-9]{1,3}") ? Integer.parseInt(bare) : 0;
    }
}
