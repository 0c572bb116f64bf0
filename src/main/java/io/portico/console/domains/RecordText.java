package io.portico.console.domains;

import io.portico.domains.RecordCheck;
import io.portico.web.Texts;

/** Says what a check of a record came to, and what to do about it. */
final class RecordText {
    private RecordText() {}

    static String of(Texts texts, RecordCheck check) {
        String found = String.join(", ", check.found());
        return switch (check.state()) {
            case FOUND -> texts.t("domains.record.found");
            case NO_SUCH_NAME -> texts.t("domains.record.no-such-name");
            case NO_RECORD -> texts.t("domains.record.no-record");
            case OTHER -> texts.t("domains.record.other", found);
            case DOUBLED -> texts.t("domains.record.doubled", found);
            case TOO_MANY_LOOKUPS -> texts.t("domains.record.too-many-lookups", found);
            case LOOP -> texts.t("domains.record.loop", found);
            case SERVER_FAILED -> texts.t("domains.record.server-failed");
            case NO_REPLY -> texts.t("domains.record.no-reply");
        };
    }

    static String tone(RecordCheck check) {
        return switch (check.state()) {
            case FOUND -> "good";
            case OTHER, DOUBLED, TOO_MANY_LOOKUPS, LOOP -> "danger";
            case NO_SUCH_NAME, NO_RECORD, SERVER_FAILED, NO_REPLY -> "warning";
        };
    }
}
