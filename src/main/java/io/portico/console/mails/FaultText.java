package io.portico.console.mails;

import io.portico.mail.CustomValue;
import io.portico.mail.TextCheck.Fault;
import io.portico.mail.TextCheck.Position;
import io.portico.mail.TextPlace;
import io.portico.mail.content.WordsCheck;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a text: what was found where, and what to do. */
public record FaultText(Texts texts) {
    /** The errors of a form whose fields are named like the places. */
    public FormErrors of(WordsCheck.Refused refused) {
        FormErrors errors = FormErrors.none();
        refused.faults().forEach((place, faults) -> errors.put(place.word(), all(place, faults)));
        return errors;
    }

    /** Everything, line by line. */
    String list(WordsCheck.Refused refused) {
        return refused.faults().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(fault -> texts.label(entry.getKey()) + ": " + where(entry.getKey(), fault) + say(fault)))
                .collect(Collectors.joining("\n\n"));
    }

    private String all(TextPlace place, List<Fault> faults) {
        String first = where(place, faults.getFirst()) + say(faults.getFirst());
        return faults.size() == 1 ? first : first + " " + texts.t("text-fault.more", faults.size() - 1);
    }

    private String where(TextPlace place, Fault fault) {
        Position at = fault.at();
        if (fault instanceof Fault.Empty) {
            return "";
        }
        return (place.isOneLine()
                        ? texts.t("text-fault.at", at.column())
                        : texts.t("text-fault.at-line", at.line(), at.column()))
                + " ";
    }

    String say(Fault fault) {
        return switch (fault) {
            case Fault.Unknown(var at, var name, var nearest) ->
                nearest.map(value -> texts.t("text-fault.unknown.nearest", name, value.word()))
                        .orElseGet(() -> texts.t("text-fault.unknown", name));
            case Fault.Secret(var at, CustomValue value, var place) -> texts.t("text-fault.secret", value.word());
            case Fault.SecretInAddress(var at, CustomValue value) ->
                texts.t("text-fault.secret-in-address", value.word());
            case Fault.NotAValue(var at, var tag) -> texts.t("text-fault.tag", tag);
            case Fault.Unreadable(var at, var braces) -> texts.t("text-fault.braces", braces);
            case Fault.BadLink(var at, var destination) -> texts.t("text-fault.link", destination);
            case Fault.TooDeep deep -> texts.t("text-fault.deep");
            case Fault.TooLong(var at, int found, int most) -> texts.t("text-fault.long", most, found);
            case Fault.Empty empty -> texts.t("text-fault.empty");
        };
    }
}
