package io.portico.console.people;

import io.portico.contacts.imports.CsvImport;
import io.portico.contacts.imports.ImportRowVerdict;
import io.portico.contacts.imports.ImportState;
import io.portico.contacts.imports.ImportTally;
import io.portico.contacts.imports.ImportVerdict;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An import that runs or has ended: how far it is, and what became of the rows. */
public record ImportPage(ConsoleVisit visit, CsvImport one, ImportTally tally, List<ImportRowVerdict> invalid)
        implements PageModel {
    public ImportPage {
        invalid = List.copyOf(invalid);
    }

    static ImportPage of(ConsoleVisit visit, CsvImport one, ImportTally tally, List<ImportRowVerdict> invalid) {
        return new ImportPage(visit, one, tally, invalid);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String at(String below) {
        return visit.at("/people/import/" + one.id() + below);
    }

    public boolean isRunning() {
        return one.state() == ImportState.RUNNING;
    }

    public int total() {
        return one.check().rows();
    }

    public List<ImportVerdict> verdicts() {
        return List.of(ImportVerdict.values());
    }

    /** Such as "Imported 500 rows: 480 created, 12 updated, 8 invalid." */
    public String summary() {
        String parts = Arrays.stream(ImportVerdict.values())
                .filter(verdict -> tally.of(verdict) > 0)
                .map(this::part)
                .collect(Collectors.joining(", "));
        return switch (one.state()) {
            case DRAFT, RUNNING -> t("people.import.progress", one.rowsDone(), total());
            case FINISHED -> t("people.import.finished", tally.all(), parts);
            case CANCELLED ->
                parts.isEmpty()
                        ? t("people.import.cancelled-at-once")
                        : t("people.import.cancelled", tally.all(), total(), parts);
            case FAILED -> t("people.import.failed", tally.all(), total(), parts);
        };
    }

    private String part(ImportVerdict verdict) {
        long rows = tally.of(verdict);
        return switch (verdict) {
            case CREATED -> t("people.import.created", rows);
            case UPDATED -> t("people.import.updated", rows);
            case UNCHANGED -> t("people.import.unchanged", rows);
            case DUPLICATE -> t("people.import.duplicate", rows);
            case INVALID -> t("people.import.invalid", rows);
        };
    }

    public String reason(ImportRowVerdict row) {
        return ProblemText.of(row, texts());
    }
}
