package io.portico.contacts.csv;

import io.portico.contacts.csv.Complaint.BadEmail;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One reading of one row through a mapping: a draft, or all that is wrong. */
final class RowReading {
    static final int LONGEST_NAME = 100;
    static final int LONGEST_SOURCE = 100;

    /** By region only: an offset such as {@code GMT+9} says nothing of summer time. */
    private static final Map<String, ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), ZoneId::of));

    private final ColumnMapping mapping;
    private final List<ColumnTarget> targets;
    private final CsvRow.Fields row;
    private final List<RowProblem> problems = new ArrayList<>();

    RowReading(ColumnMapping mapping, CsvRow.Fields row) {
        this.mapping = mapping;
        this.targets = mapping.targets();
        this.row = row;
    }

    ImportRow result() {
        checkWidth();
        if (problems.isEmpty()) {
            ContactDraft draft = draft();
            if (draft.isNobody() && problems.isEmpty()) {
                problems.add(new RowProblem(
                        FieldFault.NOBODY, 0, "", String.join(" ", row.fields()).strip()));
            }
            if (problems.isEmpty()) {
                return new ImportRow.Drafted(row.row(), row.line(), draft);
            }
        }
        return new ImportRow.Invalid(row.row(), row.line(), problems);
    }

    private void checkWidth() {
        int width = targets.size();
        IntStream.range(width, row.fields().size())
                .filter(i -> !row.fields().get(i).isBlank())
                .findFirst()
                .ifPresent(i -> complain(FieldFault.TOO_MANY_FIELDS, i));
        lastIdentifyingColumn()
                .filter(i -> i >= row.fields().size())
                .ifPresent(i -> complain(FieldFault.TOO_FEW_FIELDS, i));
    }

    /** Excel leaves out empty cells at the end of a row, so a short row is broken only when it ends before this. */
    private Optional<Integer> lastIdentifyingColumn() {
        return column(ContactField.EMAIL).or(() -> column(ContactField.PHONE)).or(() -> column(ContactField.FULL_NAME));
    }

    private ContactDraft draft() {
        Optional<String> first = text(ContactField.FIRST_NAME, LONGEST_NAME, FieldFault.NAME_TOO_LONG);
        Optional<String> last = text(ContactField.LAST_NAME, LONGEST_NAME, FieldFault.NAME_TOO_LONG);
        if (first.isEmpty() && last.isEmpty()) {
            Optional<FullName> full = fullName();
            first = full.map(FullName::first).filter(part -> !part.isEmpty());
            last = full.map(FullName::last).filter(part -> !part.isEmpty());
        }
        return new ContactDraft(
                first,
                last,
                email(),
                value(ContactField.PHONE, PhoneNumber::parse, FieldFault.PHONE),
                tags(),
                value(ContactField.LANGUAGE, LanguageNames::codeOf, FieldFault.LANGUAGE),
                value(ContactField.TIME_ZONE, RowReading::zone, FieldFault.TIME_ZONE),
                text(ContactField.SOURCE, LONGEST_SOURCE, FieldFault.SOURCE_TOO_LONG),
                custom());
    }

    private Optional<FullName> fullName() {
        Optional<FullName> name = cell(ContactField.FULL_NAME)
                .map(PlainText::of)
                .filter(text -> !text.isEmpty())
                .map(FullName::of);
        name.filter(each -> Math.max(each.first().length(), each.last().length()) > LONGEST_NAME)
                .ifPresent(_ -> complain(FieldFault.NAME_TOO_LONG, ContactField.FULL_NAME));
        return name;
    }

    private Optional<EmailAddress> email() {
        Optional<EmailAddress.Check> check = cell(ContactField.EMAIL)
                .map(PlainText::firstValue)
                .filter(text -> !text.isEmpty())
                .map(EmailAddress::check);
        return check.flatMap(each -> switch (each) {
            case EmailAddress.Check.Accepted(EmailAddress address) -> Optional.of(address);
            case EmailAddress.Check.Refused(EmailAddress.Reason reason) -> {
                complain(new BadEmail(reason), ContactField.EMAIL);
                yield Optional.empty();
            }
        });
    }

    private List<String> tags() {
        List<String> tags = cell(ContactField.TAGS).map(TagList::split).orElse(List.of());
        if (tags.size() > TagList.MOST) {
            complain(FieldFault.TOO_MANY_TAGS, ContactField.TAGS);
        }
        if (tags.stream().anyMatch(tag -> tag.length() > TagList.LONGEST)) {
            complain(FieldFault.TAG_TOO_LONG, ContactField.TAGS);
        }
        return tags;
    }

    private static Optional<ZoneId> zone(String name) {
        return Optional.ofNullable(ZONES.get(name.toLowerCase(Locale.ROOT)));
    }

    private Map<String, String> custom() {
        Map<String, String> custom = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof ColumnTarget.Custom(String name)) {
                cell(i).map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> custom.put(name, value));
            }
        }
        return custom;
    }

    private Optional<String> text(ContactField field, int longest, FieldFault tooLong) {
        Optional<String> text = cell(field).map(PlainText::of).filter(value -> !value.isEmpty());
        text.filter(value -> value.length() > longest).ifPresent(_ -> complain(tooLong, field));
        return text;
    }

    private <T> Optional<T> value(ContactField field, Function<String, Optional<T>> parse, FieldFault fault) {
        Optional<String> text = cell(field).map(PlainText::firstValue).filter(value -> !value.isEmpty());
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            complain(fault, field);
        }
        return value;
    }

    private Optional<String> cell(ContactField field) {
        return column(field).flatMap(this::cell);
    }

    private Optional<String> cell(int column) {
        return column < row.fields().size() ? Optional.of(row.fields().get(column)) : Optional.empty();
    }

    private Optional<Integer> column(ContactField field) {
        int column = targets.indexOf(new ColumnTarget.Known(field));
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    private void complain(Complaint complaint, ContactField field) {
        column(field).ifPresent(column -> complain(complaint, column));
    }

    private void complain(Complaint complaint, int column) {
        problems.add(new RowProblem(
                complaint,
                column + 1,
                mapping.nameOf(column + 1),
                cell(column).orElse("").strip()));
    }
}
