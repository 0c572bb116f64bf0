package io.portico.api.imports;

import io.portico.api.ApiProblem;
import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.MappedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * Which column of a CSV is what, told by the names in its first row alone: nobody looks at what a program sends before it
 * is taken. A name that is not known refuses the whole, so that no column is ever left out in silence.
 */
final class CsvColumns {
    static final List<String> KNOWN =
            List.of("first_name", "last_name", "name", "email", "phone", "tags", "language", "time_zone", "source");
    static final String CUSTOM = "custom_fields.";

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> KNOWN_BARE =
            KNOWN.stream().map(CsvColumns::bare).toList();
    private static final int MOST_NAMED = 30;
    private static final int LONGEST_NAMED = 60;

    private CsvColumns() {}

    /**
     * The names as the console knows them, {@code custom_fields.NAME}, and the names of custom fields. What is exactly the
     * name of a custom field is that field, whatever the console takes it for; but not one of the words of {@link #KNOWN},
     * in any spelling.
     *
     * @param fields the custom fields of the workspace
     * @throws ApiProblem that lists what is not known
     */
    static ColumnMapping of(List<String> names, List<String> fields) {
        ColumnMapping known = ColumnMapping.guess(names, List.of());
        List<ColumnTarget> targets = new ArrayList<>(
                ColumnMapping.guess(withoutFields(names, fields), List.of()).targets());
        for (int i = 0; i < targets.size(); i++) {
            int column = i;
            if (targets.get(i).equals(ColumnTarget.IGNORE)) {
                custom(names.get(i).strip(), fields)
                        .filter(target -> !targets.contains(target))
                        .ifPresent(target -> targets.set(column, target));
            }
        }
        ColumnMapping mapping = known.with(targets);
        requireAllKnown(mapping, fields);
        return mapping;
    }

    private static List<String> withoutFields(List<String> names, List<String> fields) {
        return names.stream()
                .map(name -> fields.contains(name.strip()) && !KNOWN_BARE.contains(bare(name)) ? "" : name)
                .toList();
    }

    private static String bare(String name) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Optional<ColumnTarget> custom(String name, List<String> fields) {
        if (name.regionMatches(true, 0, CUSTOM, 0, CUSTOM.length())) {
            String word = name.substring(CUSTOM.length());
            return ColumnTarget.parse("custom:" + named(word, fields).orElse(word));
        }
        return named(name, fields).flatMap(field -> ColumnTarget.parse("custom:" + field));
    }

    /** The field as it is spelt in the workspace. */
    private static Optional<String> named(String name, List<String> fields) {
        return fields.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> fields.stream().filter(name::equalsIgnoreCase).findFirst());
    }

    private static void requireAllKnown(ColumnMapping mapping, List<String> fields) {
        List<String> named = mapping.columns().stream()
                .map(MappedColumn::name)
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> unknown = mapping.columns().stream()
                .filter(column -> column.target().equals(ColumnTarget.IGNORE))
                .map(MappedColumn::name)
                .filter(name -> !name.isEmpty())
                .toList();
        if (unknown.size() == named.size()) {
            throw refused("invalid_csv", "No column was recognised (found: %s).".formatted(listed(named)), fields);
        }
        if (!unknown.isEmpty()) {
            throw refused(
                    "unknown_columns",
                    "Columns that are not known, or the second of their kind: %s. Nothing was taken."
                            .formatted(listed(unknown)),
                    fields);
        }
    }

    private static ApiProblem refused(String code, String why, List<String> fields) {
        Stream<String> known = Stream.of(KNOWN.stream(), Stream.of(CUSTOM + "NAME"), fields.stream())
                .flatMap(each -> each);
        return ApiProblem.of(
                HttpStatus.UNPROCESSABLE_CONTENT, code, why + " Known are: " + listed(known.toList()) + ".");
    }

    private static String listed(List<String> names) {
        String some = names.stream()
                .limit(MOST_NAMED)
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAMED)))
                .collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? some + " and %d more".formatted(names.size() - MOST_NAMED) : some;
    }

    /** The first column, from 0, that has no name and holds something in this row. */
    static Optional<Integer> unnamed(ColumnMapping mapping, List<String> cells) {
        return IntStream.range(0, Math.min(cells.size(), mapping.columns().size()))
                .filter(i -> mapping.columns().get(i).target().equals(ColumnTarget.IGNORE)
                        && !cells.get(i).isBlank())
                .boxed()
                .findFirst();
    }
}
