package io.portico.console.people;

import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.CsvDelimiter;
import io.portico.contacts.csv.CsvEncoding;
import io.portico.contacts.csv.CsvPreview;
import io.portico.contacts.csv.CsvRow;
import io.portico.contacts.csv.MappedColumn;
import io.portico.contacts.imports.CsvImport;
import io.portico.contacts.imports.ImportFault;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shows how an uploaded file is read, before anything is written.
 *
 * @param chosen the words of the targets, one for each column
 */
public record ImportPreviewPage(
        ConsoleVisit visit, CsvImport draft, CsvPreview preview, List<String> chosen, String tags, FormErrors errors)
        implements PageModel {
    private static final int ROWS = 5;

    /** A column of the file: its name, its first values, where it goes. */
    public record Column(int n, String name, String chosen, List<Field.Option> options) {
        public Column {
            options = List.copyOf(options);
        }
    }

    public ImportPreviewPage {
        chosen = List.copyOf(chosen);
    }

    static ImportPreviewPage of(ConsoleVisit visit, CsvImport draft, CsvPreview preview) {
        return new ImportPreviewPage(visit, draft, preview, guessed(preview), "", FormErrors.none());
    }

    static ImportPreviewPage again(
            ConsoleVisit visit,
            CsvImport draft,
            CsvPreview preview,
            List<String> chosen,
            String tags,
            FormErrors errors) {
        List<String> fitting = chosen.size() == guessed(preview).size() ? chosen : guessed(preview);
        return new ImportPreviewPage(visit, draft, preview, fitting, tags, errors);
    }

    private static List<String> guessed(CsvPreview preview) {
        return columns(preview).stream().map(column -> column.target().word()).toList();
    }

    private static List<MappedColumn> columns(CsvPreview preview) {
        return preview instanceof CsvPreview.Table table ? table.mapping().columns() : List.of();
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String at(String below) {
        return visit.at("/people/import/" + draft.id() + below);
    }

    public List<Column> columns() {
        List<MappedColumn> columns = columns(preview);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new Column(
                        i + 1,
                        columns.get(i).name().isEmpty()
                                ? t("people.import.column", i + 1)
                                : columns.get(i).name(),
                        chosen.get(i),
                        options(columns.get(i))))
                .toList();
    }

    private List<Field.Option> options(MappedColumn column) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option(ColumnTarget.IGNORE.word(), t("people.import.ignore")));
        for (ContactField field : ContactField.values()) {
            options.add(new Field.Option(new ColumnTarget.Known(field).word(), label(field)));
        }
        customOf(column)
                .ifPresent(custom ->
                        options.add(new Field.Option(custom.word(), t("people.import.custom", custom.name()))));
        return options;
    }

    /** A column with a name can be kept under it; one that is mapped to a custom field is. */
    private static Optional<ColumnTarget.Custom> customOf(MappedColumn column) {
        if (column.target() instanceof ColumnTarget.Custom custom) {
            return Optional.of(custom);
        }
        return ColumnTarget.parse("custom:" + column.name())
                .filter(ColumnTarget.Custom.class::isInstance)
                .map(ColumnTarget.Custom.class::cast);
    }

    /** The first rows, each as wide as the columns; a broken one is one cell that says why. */
    public List<List<String>> firstRows() {
        if (!(preview instanceof CsvPreview.Table table)) {
            return List.of();
        }
        return table.rows().stream()
                .filter(CsvRow.Fields.class::isInstance)
                .limit(ROWS)
                .map(row -> padded(
                        ((CsvRow.Fields) row).fields(),
                        table.mapping().columns().size()))
                .toList();
    }

    private static List<String> padded(List<String> fields, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> i < fields.size() ? fields.get(i) : "")
                .toList();
    }

    public Field encoding() {
        List<Field.Option> options = new ArrayList<>();
        for (CsvEncoding each : CsvEncoding.values()) {
            options.add(new Field.Option(each.word(), each.label()));
        }
        return Field.select(
                "encoding",
                t("people.import.encoding"),
                draft.dialect().encoding().word(),
                options,
                FormErrors.none());
    }

    public Field delimiter() {
        List<Field.Option> options = new ArrayList<>();
        for (CsvDelimiter each : CsvDelimiter.values()) {
            options.add(new Field.Option(each.word(), label(each)));
        }
        return Field.select(
                "delimiter",
                t("people.import.delimiter"),
                draft.dialect().delimiter().word(),
                options,
                FormErrors.none());
    }

    public Field header() {
        List<Field.Option> options = List.of(
                new Field.Option("true", t("people.import.header.yes")),
                new Field.Option("false", t("people.import.header.no")));
        return Field.select(
                "header",
                t("people.import.header"),
                Boolean.toString(draft.dialect().header()),
                options,
                FormErrors.none());
    }

    public Field tagsField() {
        return Field.text("tags", t("people.import.tags"), tags, errors).hint(t("people.import.tags-hint"));
    }

    public boolean isEmpty() {
        return preview instanceof CsvPreview.Empty || draft.check().rows() == 0;
    }

    public boolean isUnreadable() {
        return draft.check().unreadable() > 0;
    }

    public boolean isBrokenHeader() {
        return preview instanceof CsvPreview.BrokenHeader;
    }

    /** The job can begin as soon as a person has looked at the columns. */
    public boolean mayStart() {
        return preview instanceof CsvPreview.Table && !isEmpty() && !isUnreadable();
    }

    /** Such as "Row 17: Column 3: A quote is not closed." */
    public String faultText(ImportFault fault) {
        return t("people.import.row", fault.row()) + " " + ProblemText.of(fault.problem(), texts());
    }
}
