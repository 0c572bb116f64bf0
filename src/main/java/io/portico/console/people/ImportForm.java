package io.portico.console.people;

import io.portico.contacts.Tags;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.imports.StartResult;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What was chosen for a file: where each column goes, and tags for everybody in it. */
record ImportForm(List<String> targets, String tags) {
    ImportForm {
        targets = List.copyOf(targets);
    }

    /** Takes the parameters as they came: a column's name may hold a comma. */
    static ImportForm of(MultiValueMap<String, String> parameters) {
        String tags = parameters.getFirst("tags");
        return new ImportForm(parameters.getOrDefault("target", List.of()), tags == null ? "" : tags);
    }

    /** A word that is none leaves its column out. */
    List<ColumnTarget> columnTargets() {
        return targets.stream()
                .map(word -> ColumnTarget.parse(word).orElse(ColumnTarget.IGNORE))
                .toList();
    }

    List<String> tagList() {
        return Tags.check(tags) instanceof Tags.Check.Accepted(List<String> accepted) ? accepted : List.of();
    }

    FormErrors check(Texts texts) {
        FormErrors errors = new FormErrors();
        switch (Tags.check(tags)) {
            case Tags.Check.Accepted accepted -> {}
            case Tags.Check.TooLong(String tag) ->
                errors.put("tags", texts.t("people.form.tag-too-long", tag.substring(0, 20), Tags.LONGEST));
            case Tags.Check.TooMany(int found) ->
                errors.put("tags", texts.t("people.form.too-many-tags", found, Tags.MOST));
        }
        return errors;
    }

    /** Why it was not started, beside what has to be changed. */
    static FormErrors errors(StartResult result, Texts texts) {
        FormErrors errors = new FormErrors();
        switch (result) {
            case StartResult.Started started -> {}
            case StartResult.NoDraft gone -> {}
            case StartResult.Empty empty -> errors.put("target", texts.t("people.import.empty"));
            case StartResult.Unreadable unreadable -> errors.put("target", texts.t("people.import.unreadable"));
            case StartResult.Nobody nobody -> errors.put("target", texts.t("people.import.nobody"));
            case StartResult.OtherColumns other -> errors.put("target", texts.t("people.import.other-columns"));
            case StartResult.Repeated repeated ->
                errors.put("target", texts.t("people.import.repeated", names(repeated, texts)));
        }
        return errors;
    }

    private static String names(StartResult.Repeated repeated, Texts texts) {
        return repeated.targets().stream()
                .map(target -> switch (target) {
                    case ColumnTarget.Known(ContactField field) -> texts.label(field);
                    case ColumnTarget.Custom(String name) -> name;
                    case ColumnTarget.Ignored ignored -> "";
                })
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
