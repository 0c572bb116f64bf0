package io.portico.console.domains;

import io.portico.domains.RecordCheck;
import io.portico.web.Texts;
import java.util.stream.Collectors;

/** Says what a check of a record came to, and what to do about it. */
final class RecordText {
    private static final int LONGEST = 120;

    private RecordText() {}

    static String of(Texts texts, RecordCheck check) {
        String found = check.found().stream().map(RecordText::cut).collect(Collectors.joining(", "));
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

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    static String tone(RecordCheck check) {
        return switch (check.state()) {
            case FOUND -> "good";
            case OTHER, DOUBLED, TOO_MANY_LOOKUPS, LOOP -> "danger";
            case NO_SUCH_NAME, NO_RECORD, SERVER_FAILED, NO_REPLY -> "warning";
        };
    }
}
