package io.portico.contacts.csv;

import io.portico.contacts.FullName;
import io.portico.contacts.csv.Complaint.BadEmail;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import io.portico.kernel.ZoneNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One reading of one row through a mapping: a draft, or all that is wrong. */
final class RowReading {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SOURCE = 100;

    private final CsvRow.Fields row;
    private final int width;
    private final MappedCells cells;

    RowReading(ColumnMapping mapping, CsvRow.Fields row) {
        this.row = row;
        this.width = mapping.columns().size();
        this.cells = new MappedCells(mapping, row.fields());
    }

    ImportRow result() {
        checkWidth();
        return cells.problems().isEmpty() ? drafted() : invalid();
    }

    private ImportRow drafted() {
        ContactDraft draft = draft();
        if (cells.problems().isEmpty() && draft.isNobody()) {
            cells.complainOfRow(FieldFault.NOBODY);
        }
        return cells.problems().isEmpty() ? new ImportRow.Drafted(row.row(), row.line(), draft) : invalid();
    }

    private ImportRow invalid() {
        return new ImportRow.Invalid(row.row(), row.line(), cells.problems());
    }

    private void checkWidth() {
        IntStream.range(width, row.fields().size())
                .filter(column -> !row.fields().get(column).isBlank())
                .findFirst()
                .ifPresent(column -> cells.complain(FieldFault.TOO_MANY_FIELDS, column));
        identifyingColumn()
                .filter(column -> column >= row.fields().size())
                .ifPresent(column -> cells.complain(FieldFault.TOO_FEW_FIELDS, column));
    }

    /** Excel leaves out empty cells at the end of a row, so a short row is broken only when it ends before this. */
    private Optional<Integer> identifyingColumn() {
        return cells.column(ContactField.EMAIL)
                .or(() -> cells.column(ContactField.PHONE))
                .or(() -> cells.column(ContactField.FULL_NAME));
    }

    private ContactDraft draft() {
        Optional<String> first = cells.text(ContactField.FIRST_NAME, LONGEST_NAME, FieldFault.NAME_TOO_LONG);
        Optional<String> last = cells.text(ContactField.LAST_NAME, LONGEST_NAME, FieldFault.NAME_TOO_LONG);
        Optional<FullName> full = first.isEmpty() && last.isEmpty() ? fullName() : Optional.empty();
        return new ContactDraft(
                first.or(() -> full.map(FullName::first).filter(part -> !part.isEmpty())),
                last.or(() -> full.map(FullName::last).filter(part -> !part.isEmpty())),
                email(),
                cells.value(ContactField.PHONE, PhoneNumber::parse, FieldFault.PHONE),
                tags(),
                cells.value(ContactField.LANGUAGE, LanguageNames::codeOf, FieldFault.LANGUAGE),
                cells.value(ContactField.TIME_ZONE, ZoneNames::parse, FieldFault.TIME_ZONE),
                cells.text(ContactField.SOURCE, LONGEST_SOURCE, FieldFault.SOURCE_TOO_LONG),
                cells.custom());
    }

    private Optional<FullName> fullName() {
        Optional<FullName> name = cells.text(ContactField.FULL_NAME).map(FullName::of);
        name.filter(each -> Math.max(each.first().length(), each.last().length()) > LONGEST_NAME)
                .ifPresent(_ -> cells.complain(FieldFault.NAME_TOO_LONG, ContactField.FULL_NAME));
        return name;
    }

    private Optional<EmailAddress> email() {
        Optional<EmailAddress.Check> check = cells.value(ContactField.EMAIL).map(EmailAddress::check);
        return check.flatMap(each -> switch (each) {
            case EmailAddress.Check.Accepted(EmailAddress address) -> Optional.of(address);
            case EmailAddress.Check.Refused(EmailAddress.Reason reason) -> {
                cells.complain(new BadEmail(reason), ContactField.EMAIL);
                yield Optional.empty();
            }
        });
    }

    private List<String> tags() {
        List<String> tags = cells.raw(ContactField.TAGS).map(TagList::split).orElse(List.of());
        if (tags.size() > TagList.MOST) {
            cells.complain(FieldFault.TOO_MANY_TAGS, ContactField.TAGS);
        }
        if (tags.stream().anyMatch(tag -> tag.length() > TagList.LONGEST)) {
            cells.complain(FieldFault.TAG_TOO_LONG, ContactField.TAGS);
        }
        return tags;
    }
}
