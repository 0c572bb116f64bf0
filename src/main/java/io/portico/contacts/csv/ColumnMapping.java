package io.portico.contacts.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where each column of a file goes, from left to right. No two columns go to the same target, except to nowhere; see
 * {@link #repeated} before building one from what a person chose.
 */
public record ColumnMapping(List<MappedColumn> columns) {
    public ColumnMapping {
        columns = List.copyOf(columns);
        if (!repeated(columns).isEmpty()) {
            throw new IllegalArgumentException("columns with the same target: " + repeated(columns));
        }
    }

    /**
     * Guesses from the names of the columns, in the words of the systems people come from and in several languages,
     * and from the values where names say nothing. What it does not know it ignores.
     *
     * @param header may be empty
     */
    public static ColumnMapping guess(List<String> header, List<List<String>> firstRows) {
        return MappingGuess.of(header, firstRows);
    }

    /** The targets that more than one of these columns has. */
    public static Set<ColumnTarget> repeated(List<MappedColumn> columns) {
        Set<ColumnTarget> once = new HashSet<>();
        return columns.stream()
                .filter(column -> !column.isIgnored())
                .map(MappedColumn::target)
                .filter(target -> !once.add(target))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same columns with targets chosen by a person, one for each. */
    public ColumnMapping with(List<ColumnTarget> targets) {
        if (targets.size() != columns.size()) {
            throw new IllegalArgumentException("%d targets for %d columns".formatted(targets.size(), columns.size()));
        }
        return new ColumnMapping(IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).to(targets.get(i)))
                .toList());
    }

    public List<ColumnTarget> targets() {
        return columns.stream().map(MappedColumn::target).toList();
    }

    /** Reads a row as a contact, or tells everything that is wrong with it. */
    public ImportRow read(CsvRow row) {
        return switch (row) {
            case CsvRow.Fields fields -> new RowReading(this, fields).result();
            case CsvRow.Broken broken ->
                new ImportRow.Invalid(
                        broken.row(),
                        broken.line(),
                        List.of(new RowProblem(
                                broken.fault(), broken.column(), nameOf(broken.column()), broken.found())));
        };
    }

    /** The name of a column, counted from 1; empty when it has none. */
    String nameOf(int column) {
        return column <= columns.size() ? columns.get(column - 1).name() : "";
    }
}
