package io.portico.contacts.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cells of one row by what they hold, and what is wrong with them. */
final class MappedCells {
    private final ColumnMapping mapping;
    private final List<ColumnTarget> targets;
    private final List<String> cells;
    private final List<RowProblem> problems = new ArrayList<>();

    MappedCells(ColumnMapping mapping, List<String> cells) {
        this.mapping = mapping;
        this.targets = mapping.targets();
        this.cells = cells;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** Counted from 0; empty when no column holds the field. */
    Optional<Integer> column(ContactField field) {
        int column = targets.indexOf(new ColumnTarget.Known(field));
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    Optional<String> raw(ContactField field) {
        return column(field).flatMap(this::raw);
    }

    /** One line of text. */
    Optional<String> text(ContactField field) {
        return raw(field).map(PlainText::of).filter(text -> !text.isEmpty());
    }

    Optional<String> text(ContactField field, int longest, FieldFault tooLong) {
        Optional<String> text = text(field);
        text.filter(value -> value.length() > longest).ifPresent(_ -> complain(tooLong, field));
        return text;
    }

    /** The first of the values in a cell, unless it only says that there is none. */
    Optional<String> value(ContactField field) {
        return raw(field).map(PlainText::firstValue).filter(value -> !value.isEmpty());
    }

    <T> Optional<T> value(ContactField field, Function<String, Optional<T>> parse, FieldFault fault) {
        Optional<String> text = value(field);
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            complain(fault, field);
        }
        return value;
    }

    Map<String, String> custom() {
        Map<String, String> custom = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof ColumnTarget.Custom(String name)) {
                raw(i).map(String::strip).filter(value -> !value.isEmpty()).ifPresent(value -> custom.put(name, value));
            }
        }
        return custom;
    }

    void complain(Complaint complaint, ContactField field) {
        column(field).ifPresent(column -> complain(complaint, column));
    }

    void complain(Complaint complaint, int column) {
        problems.add(new RowProblem(
                complaint,
                column + 1,
                mapping.nameOf(column + 1),
                raw(column).orElse("").strip()));
    }

    void complainOfRow(FieldFault fault) {
        problems.add(new RowProblem(fault, 0, "", String.join(" ", cells).strip()));
    }

    private Optional<String> raw(int column) {
        return column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty();
    }
}
