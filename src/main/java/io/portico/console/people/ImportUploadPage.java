package io.portico.console.people;

import io.portico.contacts.imports.CsvImport;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.List;

/** Asks for a CSV file, and leads to the imports of the last weeks. */
public record ImportUploadPage(ConsoleVisit visit, FormErrors errors, List<CsvImport> latest) implements PageModel {
    public ImportUploadPage {
        latest = List.copyOf(latest);
    }

    static ImportUploadPage of(ConsoleVisit visit, FormErrors errors, List<CsvImport> latest) {
        return new ImportUploadPage(visit, errors, latest);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    /**
     * Where the form is sent. A form with a file carries its token in the address: a file that is too large is
     * refused before the fields are read.
     */
    public String action() {
        return visit.at("/people/import?_csrf=" + csrf());
    }

    public String pathOf(CsvImport each) {
        return visit.at("/people/import/" + each.id());
    }
}
