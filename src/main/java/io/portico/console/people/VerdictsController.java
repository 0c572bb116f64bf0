package io.portico.console.people;

import io.portico.contacts.csv.SpreadsheetSafeCsv;
import io.portico.contacts.imports.CsvImport;
import io.portico.contacts.imports.ImportRowVerdict;
import io.portico.contacts.imports.Imports;
import io.portico.kernel.ImportId;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.workspace.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out what became of every row of an import, as a file in the operator's language. */
@ConsoleController
class VerdictsController {
    private static final int BATCH = 1_000;

    private final Imports imports;

    VerdictsController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/w/{workspace}/people/import/{import}/verdicts.csv")
    @Needs(Permission.EDIT_PEOPLE)
    void verdicts(ConsoleVisit visit, @PathVariable("import") String id, HttpServletResponse response)
            throws IOException {
        CsvImport one = ImportId.parse(id)
                .flatMap(each -> imports.find(visit.workspaceId(), each))
                .orElseThrow(() -> new NotFound("import"));
        CsvDownload.write(response, "import-%s.csv".formatted(one.id()), csv -> write(visit, one, csv));
    }

    private void write(ConsoleVisit visit, CsvImport one, SpreadsheetSafeCsv csv) {
        csv.row(
                visit.t("people.import.verdicts.row"),
                visit.t("people.import.verdicts.verdict"),
                visit.t("people.import.verdicts.reason"),
                visit.t("people.email"));
        int last = 0;
        List<ImportRowVerdict> batch;
        do {
            batch = imports.verdicts(visit.workspaceId(), one.id(), last, BATCH);
            for (ImportRowVerdict row : batch) {
                csv.row(
                        Integer.toString(row.row()),
                        visit.label(row.verdict()),
                        ProblemText.of(row, visit.texts()),
                        row.email());
                last = row.row();
            }
        } while (batch.size() == BATCH);
    }
}
