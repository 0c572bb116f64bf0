package io.portico.contacts.csv;

import io.portico.kernel.EmailAddress;
import java.util.Locale;

/** Why a row, or a field of it, cannot be taken. */
public sealed interface Complaint permits CsvFault, FieldFault, Complaint.BadEmail {
    /** The message that says it, such as {@code csv-fault.unclosed-quote}. */
    default String labelKey() {
        return switch (this) {
            case CsvFault fault -> "csv-fault." + word(fault);
            case FieldFault fault -> "field-fault." + word(fault);
            case BadEmail(EmailAddress.Reason reason) -> "bad-email." + word(reason);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The e-mail column holds no address. */
    record BadEmail(EmailAddress.Reason reason) implements Complaint {}
}
