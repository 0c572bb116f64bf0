package io.portico.api.mail;

import io.portico.api.Fields;
import io.portico.api.Problem;
import io.portico.mail.CustomValue;
import io.portico.mail.TextCheck.Fault;
import io.portico.mail.TextCheck.Position;
import java.util.List;
import java.util.Set;

/** Says what is wrong with a text in a field: what was found where, and what to do. */
final class TextFaults {
    private TextFaults() {}

    static void tell(Fields body, String field, List<Fault> faults) {
        tell(body, field, faults, Set.of());
    }

    /** @param elsewhere values that there are, but not for this text */
    static void tell(Fields body, String field, List<Fault> faults, Set<CustomValue> elsewhere) {
        for (Fault fault : faults) {
            Position at = fault.at();
            boolean isElsewhere = fault instanceof Fault.Unknown unknown
                    && elsewhere.stream().map(CustomValue::word).anyMatch(unknown.name()::equals);
            String what = isElsewhere
                    ? "%s is in Portico's own mails only.".formatted(((Fault.Unknown) fault).name())
                    : said(fault);
            body.fault(
                    field,
                    isElsewhere ? "value_not_here" : code(fault),
                    "Line %d, column %d: ".formatted(at.line(), at.column()) + what,
                    new Problem.At(at.line(), at.column()));
        }
    }

    private static String code(Fault fault) {
        return switch (fault) {
            case Fault.Unknown no -> "unknown_value";
            case Fault.Secret no -> "secret_value";
            case Fault.SecretInAddress no -> "secret_in_address";
            case Fault.NotAValue no -> "not_a_value";
            case Fault.Unreadable no -> "lone_braces";
            case Fault.BadLink no -> "bad_link";
            case Fault.TooDeep no -> "too_deep";
            case Fault.TooLong no -> "too_long";
            case Fault.Empty no -> "empty";
        };
    }

    private static String said(Fault fault) {
        return switch (fault) {
            case Fault.Unknown(var at, var name, var nearest) ->
                "there is no custom value %s%s."
                        .formatted(
                                name,
                                nearest.map(near -> "; did you mean " + near.word() + "?")
                                        .orElse(""));
            case Fault.Secret(var at, var value, var place) ->
                "%s lets somebody in, and may stand in the body only.".formatted(value.word());
            case Fault.SecretInAddress(var at, var value) ->
                "%s lets somebody in, and may not be part of an address that leads elsewhere: put a space before it."
                        .formatted(value.word());
            case Fault.NotAValue(var at, var tag) ->
                "%s is no custom value; conditions and loops are not known here.".formatted(tag);
            case Fault.Unreadable(var at, var braces) -> "the braces %s lack their other half.".formatted(braces);
            case Fault.BadLink(var at, var destination) ->
                "a link must lead to http://, https:// or mailto:, and this leads to %s.".formatted(destination);
            case Fault.TooDeep no -> "quotes and lists are nested too deep.";
            case Fault.TooLong(var at, int found, int most) ->
                "it has %d characters, at most %d are possible.".formatted(found, most);
            case Fault.Empty no -> "it must not be empty.";
        };
    }
}
