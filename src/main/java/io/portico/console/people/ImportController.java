package io.portico.console.people;

import gg.jte.generated.precompiled.Templates;
import io.portico.contacts.csv.CsvDelimiter;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvEncoding;
import io.portico.contacts.imports.CsvImport;
import io.portico.contacts.imports.ImportEnd;
import io.portico.contacts.imports.ImportState;
import io.portico.contacts.imports.Imports;
import io.portico.contacts.imports.StartResult;
import io.portico.kernel.ImportId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes a CSV file in: upload, preview, start, progress. */
@ConsoleController
class ImportController {
    private static final int LATEST = 5;
    private static final int INVALID_SHOWN = 10;
    private static final int LONGEST_FILE_NAME = 200;

    private final Templates templates;
    private final Imports imports;
    private final ImportEnd ending;

    ImportController(Templates templates, Imports imports, ImportEnd ending) {
        this.templates = templates;
        this.imports = imports;
        this.ending = ending;
    }

    @GetMapping("/w/{workspace}/people/import")
    @Needs(Permission.EDIT_PEOPLE)
    Answer choose(ConsoleVisit visit) {
        return Answer.page(templates.consolePeopleImportUpload(upload(visit, FormErrors.none())));
    }

    private ImportUploadPage upload(ConsoleVisit visit, FormErrors errors) {
        return ImportUploadPage.of(visit, errors, imports.latest(visit.workspaceId(), LATEST));
    }

    @PostMapping("/w/{workspace}/people/import")
    @Needs(Permission.EDIT_PEOPLE)
    Answer upload(ConsoleVisit visit, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            var errors = new FormErrors().put("file", visit.t("people.import.no-file"));
            return Answer.invalid(templates.consolePeopleImportUpload(upload(visit, errors)));
        }
        try (InputStream content = file.getInputStream()) {
            ImportId id = imports.upload(
                    visit.workspaceId(), nameOf(file), content, visit.operator().id());
            return Answer.seeOther(visit.at("/people/import/" + id));
        }
    }

    private static String nameOf(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll(".*[/\\\\]", "")
                .strip();
        return name.isEmpty() ? "file.csv" : name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
    }

    @GetMapping("/w/{workspace}/people/import/{import}")
    @Needs(Permission.EDIT_PEOPLE)
    Answer show(ConsoleVisit visit, @PathVariable("import") String id) {
        CsvImport one = find(visit, id);
        if (one.state() == ImportState.DRAFT) {
            var preview = imports.preview(visit.workspaceId(), one);
            return Answer.page(templates.consolePeopleImportPreview(ImportPreviewPage.of(visit, one, preview)));
        }
        return Answer.page(templates.consolePeopleImportProgress(ImportPage.of(
                visit,
                one,
                imports.tally(visit.workspaceId(), one.id()),
                imports.invalid(visit.workspaceId(), one.id(), INVALID_SHOWN))));
    }

    /** Reads the file in another way. Naming another encoding guesses the rest anew. */
    @PostMapping("/w/{workspace}/people/import/{import}/dialect")
    @Needs(Permission.EDIT_PEOPLE)
    Answer describe(
            ConsoleVisit visit,
            @PathVariable("import") String id,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(defaultValue = "") String delimiter,
            @RequestParam(defaultValue = "true") String header) {
        CsvImport draft = find(visit, id);
        if (draft.state() == ImportState.DRAFT) {
            CsvEncoding chosen =
                    CsvEncoding.parse(encoding).orElse(draft.dialect().encoding());
            CsvDialect dialect = chosen == draft.dialect().encoding()
                    ? new CsvDialect(
                            chosen,
                            CsvDelimiter.parse(delimiter).orElse(draft.dialect().delimiter()),
                            !header.equals("false"))
                    : imports.guess(visit.workspaceId(), draft, chosen);
            imports.describe(visit.workspaceId(), draft.id(), dialect);
        }
        return back(visit, draft);
    }

    @PostMapping("/w/{workspace}/people/import/{import}/start")
    @Needs(Permission.EDIT_PEOPLE)
    Answer start(
            ConsoleVisit visit,
            @PathVariable("import") String id,
            @RequestParam MultiValueMap<String, String> parameters) {
        CsvImport draft = find(visit, id);
        ImportForm form = ImportForm.of(parameters);
        FormErrors errors = form.check(visit.texts());
        if (errors.isEmpty()) {
            StartResult result = imports.start(
                    visit.workspaceId(),
                    draft,
                    form.columnTargets(),
                    form.tagList(),
                    visit.operator().id(),
                    visit.device().ip());
            errors = ImportForm.errors(result, visit.texts());
        }
        return errors.isEmpty() ? back(visit, draft) : again(visit, draft, form, errors);
    }

    private Answer again(ConsoleVisit visit, CsvImport draft, ImportForm form, FormErrors errors) {
        var preview = imports.preview(visit.workspaceId(), draft);
        return Answer.invalid(templates.consolePeopleImportPreview(
                ImportPreviewPage.again(visit, draft, preview, form.targets(), form.tags(), errors)));
    }

    @PostMapping("/w/{workspace}/people/import/{import}/cancel")
    @Needs(Permission.EDIT_PEOPLE)
    Answer cancel(ConsoleVisit visit, @PathVariable("import") String id) {
        CsvImport running = find(visit, id);
        ending.cancel(visit.workspaceId(), running.id(), visit.actor());
        return back(visit, running);
    }

    @PostMapping("/w/{workspace}/people/import/{import}/discard")
    @Needs(Permission.EDIT_PEOPLE)
    Answer discard(ConsoleVisit visit, @PathVariable("import") String id) {
        CsvImport draft = find(visit, id);
        imports.discard(visit.workspaceId(), draft.id());
        return Answer.seeOther(visit.at("/people/import"))
                .saying(Notice.done("people.import.discarded", draft.fileName()));
    }

    private static Answer back(ConsoleVisit visit, CsvImport one) {
        return Answer.seeOther(visit.at("/people/import/" + one.id()));
    }

    private CsvImport find(ConsoleVisit visit, String id) {
        return ImportId.parse(id)
                .flatMap(each -> imports.find(visit.workspaceId(), each))
                .orElseThrow(() -> new NotFound("import"));
    }
}
