package io.portico.console.people;

import io.portico.contacts.PeopleExport;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands out the list of people as a file. */
@ConsoleController
class ExportController {
    private final PeopleExport export;
    private final Clock clock;

    ExportController(PeopleExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    @GetMapping("/w/{workspace}/people/export.csv")
    @Needs(Permission.EXPORT_PEOPLE)
    void export(ConsoleVisit visit, @ModelAttribute PeopleParams params, HttpServletResponse response)
            throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), visit.texts().zone());
        CsvDownload.write(
                response,
                "people-%s-%s.csv".formatted(visit.workspace().slug(), today),
                csv -> export.write(visit.workspaceId(), params.filter(), visit.actor(), csv));
    }
}
