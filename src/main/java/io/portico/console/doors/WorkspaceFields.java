package io.portico.console.doors;

import io.portico.installation.Installation;
import io.portico.kernel.Language;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import io.portico.web.TimeZones;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of a workspace to be opened.
 *
 * @param before what stands before the sub-domain in the portal's address, and {@code after} what follows it
 */
public record WorkspaceFields(Field name, Field slug, Field language, Field timeZone, String before, String after) {
    private static final String PLACE = "your-name";

    static WorkspaceFields of(Texts texts, WorkspaceForm form, FormErrors errors, Installation installation) {
        String address = installation.portal(PLACE).toString();
        int at = address.indexOf(PLACE);
        return new WorkspaceFields(
                Field.text("workspace", texts.t("doors.workspace.name"), form.workspace(), errors)
                        .hint(texts.t("doors.workspace.name.hint"))
                        .autocomplete("organization")
                        .needed(),
                Field.text("slug", texts.t("doors.workspace.slug"), form.slug(), errors)
                        .needed(),
                language(texts, "workspaceLanguage", form.workspaceLanguage(), errors)
                        .hint(texts.t("doors.workspace.language.hint")),
                timeZone(texts, form.timeZone(), errors),
                address.substring(0, at),
                address.substring(at + PLACE.length()));
    }

    /** A choice among the languages Portico speaks; the page's own when nothing is chosen. */
    public static Field language(Texts texts, String name, String chosen, FormErrors errors) {
        List<Field.Option> options = Arrays.stream(Language.values())
                .map(each -> new Field.Option(each.tag(), each.ownName()))
                .toList();
        String value = chosen.isEmpty() ? texts.language().tag() : chosen;
        return Field.select(name, texts.t("doors.workspace.language"), value, options, errors);
    }

    /** All time zones. Without a choice none is marked, so the browser's own is taken; a likely one stands first. */
    public static Field timeZone(Texts texts, String chosen, FormErrors errors) {
        String likely = texts.language() == Language.KO ? "Asia/Seoul" : "UTC";
        List<Field.Option> options = Stream.concat(
                        TimeZones.options(chosen).stream()
                                .filter(each -> each.value().equals(likely)),
                        TimeZones.options(chosen).stream()
                                .filter(each -> !each.value().equals(likely)))
                .toList();
        return Field.select("timeZone", texts.t("doors.workspace.time-zone"), chosen, options, errors)
                .hint(texts.t("doors.workspace.time-zone.hint"));
    }
}
