package io.portico.api.imports;

import io.portico.api.Problem.Fault;
import io.portico.api.contacts.ContactForms;
import io.portico.contacts.PersonName;
import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.Complaint;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.CsvFault;
import io.portico.contacts.csv.FieldFault;
import io.portico.contacts.csv.RowProblem;
import io.portico.contacts.csv.TagList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says of a row of a CSV what would be said of the same contact in JSON; of broken CSV, what is broken and where. */
final class CsvFaults {
    private final ColumnMapping mapping;
    private final List<String> cells;

    /** @param cells of the row; none when it could not be read */
    CsvFaults(ColumnMapping mapping, List<String> cells) {
        this.mapping = mapping;
        this.cells = cells;
    }

    List<Fault> of(List<RowProblem> problems) {
        return problems.stream().flatMap(this::faults).toList();
    }

    private Stream<Fault> faults(RowProblem problem) {
        return switch (problem.complaint()) {
            case CsvFault fault -> Stream.of(broken(fault, problem));
            case FieldFault fault -> faults(fault, problem);
            case Complaint.BadEmail no -> Stream.of(formed(problem, ContactForms.LONGEST_EMAIL, ContactForms.EMAIL));
        };
    }

    private Stream<Fault> faults(FieldFault fault, RowProblem problem) {
        String pointer = pointer(problem.column());
        return switch (fault) {
            case TOO_MANY_FIELDS ->
                Stream.of(row(
                        "too_many_fields",
                        "It has more fields than there are columns; field %d holds: %s"
                                .formatted(problem.column(), problem.found())));
            case TOO_FEW_FIELDS ->
                Stream.of(row("too_few_fields", "It ends before the column %s.".formatted(problem.columnName())));
            case NOBODY -> Stream.of(new Fault("/email", "missing", ContactForms.SOMEBODY));
            case NAME_TOO_LONG -> Stream.of(Fault.tooLong(pointer, PersonName.LONGEST_PART));
            case PHONE -> Stream.of(formed(problem, ContactForms.LONGEST, ContactForms.PHONE));
            case LANGUAGE, LANGUAGE_NOT_SPOKEN ->
                Stream.of(formed(problem, ContactForms.LONGEST, ContactForms.LANGUAGE));
            case TIME_ZONE -> Stream.of(formed(problem, ContactForms.LONGEST, ContactForms.TIME_ZONE));
            case TOO_MANY_TAGS -> Stream.of(Fault.tooMany(pointer, TagList.MOST));
            case TAG_TOO_LONG -> longTags(problem);
            case SOURCE_TOO_LONG -> Stream.of(Fault.tooLong(pointer, ContactForms.LONGEST));
            case TOO_MANY_CUSTOM_FIELDS -> Stream.of(ImportLine.TOO_MANY_FIELDS);
        };
    }

    private Fault formed(RowProblem problem, int longest, String form) {
        String pointer = pointer(problem.column());
        return cell(problem).length() > longest
                ? Fault.tooLong(pointer, longest)
                : new Fault(pointer, "invalid_value", form);
    }

    private Stream<Fault> longTags(RowProblem problem) {
        List<String> tags = TagList.split(cell(problem));
        return IntStream.range(0, tags.size())
                .filter(i -> tags.get(i).length() > TagList.LONGEST)
                .mapToObj(i -> Fault.tooLong("/tags/" + i, TagList.LONGEST));
    }

    private String cell(RowProblem problem) {
        return cells.get(problem.column() - 1).strip();
    }

    /** A language that is one, but none of Portico's: in JSON it is refused, and so it is here. */
    Fault unspoken() {
        return new Fault("/language", "invalid_value", ContactForms.LANGUAGE);
    }

    /** @param column from 0 */
    Fault unnamed(int column) {
        return row(
                "unnamed_column",
                "Column %d has no name in the first row, and this row holds something in it.".formatted(column + 1));
    }

    private static Fault row(String code, String detail) {
        return new Fault("", code, detail);
    }

    private String pointer(int column) {
        boolean isMapped = column > 0 && column <= mapping.columns().size();
        return isMapped ? pointer(mapping.columns().get(column - 1).target()) : "";
    }

    private static String pointer(ColumnTarget target) {
        return switch (target) {
            case ColumnTarget.Known(ContactField field) ->
                field == ContactField.FULL_NAME ? "/name" : "/" + field.word().replace('-', '_');
            case ColumnTarget.Custom(String name) ->
                "/custom_fields/" + name.replace("~", "~0").replace("/", "~1");
            case ColumnTarget.Ignored nowhere -> "";
        };
    }

    private static Fault broken(CsvFault fault, RowProblem problem) {
        String what = switch (fault) {
            case UNCLOSED_QUOTE -> "opens with a quote that nothing closes";
            case TEXT_AFTER_QUOTE -> "goes on after its closing quote";
            case UNREADABLE_BYTES -> "has bytes that are no character in the file's encoding";
            case LOST_CHARACTER -> "has the sign for a character that was lost before";
            case NUL_CHARACTER -> "has a NUL";
            case FIELD_TOO_LONG -> "is too long";
            case TOO_MANY_COLUMNS -> "is one more than a row may have";
        };
        return row(
                fault.name().toLowerCase(Locale.ROOT),
                "Field %d %s: %s".formatted(problem.column(), what, problem.found()));
    }
}
