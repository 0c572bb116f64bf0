package io.portico.contacts.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvEncoding;
import io.portico.contacts.csv.CsvPreview;
import io.portico.contacts.csv.CsvSource;
import io.portico.contacts.csv.MappedColumn;
import io.portico.kernel.ImportId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Imports of contacts from CSV files. A file is uploaded as a draft, looked at, described anew where the guess was
 * wrong, and started; a job then goes through it. Drafts are kept for a day, verdicts for thirty (see {@link
 * OldImports}); the file itself is deleted as soon as the import has ended.
 */
@Component
public class Imports {
    private static final Set<ColumnTarget> IDENTIFYING = Set.of(
            new ColumnTarget.Known(ContactField.FIRST_NAME),
            new ColumnTarget.Known(ContactField.LAST_NAME),
            new ColumnTarget.Known(ContactField.FULL_NAME),
            new ColumnTarget.Known(ContactField.EMAIL),
            new ColumnTarget.Known(ContactField.PHONE));

    private final Tenancy tenancy;
    private final ImportStore store;
    private final UploadStore uploads;
    private final Scheduler jobs;
    private final Clock clock;

    Imports(Tenancy tenancy, ImportStore store, UploadStore uploads, Scheduler jobs, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.uploads = uploads;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Keeps the file as a draft, described by guesses. Reads the stream to its end, a piece at a time. */
    public ImportId upload(WorkspaceId workspace, String fileName, InputStream content, OperatorId by) {
        var id = ImportId.next(clock);
        tenancy.run(workspace, () -> {
            store.insert(workspace, id, fileName, by, clock.instant());
            store.setBytes(workspace, id, kept(workspace, id, content));
        });
        CsvSource source = uploads.source(workspace, id);
        describe(workspace, id, unchecked(() -> CsvDialect.guess(source)));
        return id;
    }

    private long kept(WorkspaceId workspace, ImportId id, InputStream content) {
        return unchecked(() -> uploads.keep(workspace, id, content));
    }

    public Optional<CsvImport> find(WorkspaceId workspace, ImportId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** The newest ones that were started, newest first. */
    public List<CsvImport> latest(WorkspaceId workspace, int limit) {
        return tenancy.in(workspace, () -> store.latest(workspace, limit));
    }

    /** The first rows of a draft in its dialect, with the columns guessed. */
    public CsvPreview preview(WorkspaceId workspace, CsvImport draft) {
        return unchecked(() -> CsvPreview.of(uploads.source(workspace, draft.id()), draft.dialect()));
    }

    /** Reads the whole file of a draft in another dialect, and remembers that and what it has shown. */
    public void describe(WorkspaceId workspace, ImportId id, CsvDialect dialect) {
        ImportCheck check = unchecked(() -> ImportCheck.of(uploads.source(workspace, id), dialect));
        tenancy.run(workspace, () -> store.describe(workspace, id, dialect, check));
    }

    /** Guesses delimiter and header anew for an encoding that somebody has named. */
    public CsvDialect guess(WorkspaceId workspace, CsvImport draft, CsvEncoding encoding) {
        return unchecked(() -> CsvDialect.guess(uploads.source(workspace, draft.id()), encoding));
    }

    /** Starts a draft: the job goes by these targets, one for each column, and gives every contact the tags. */
    public StartResult start(
            WorkspaceId workspace,
            CsvImport draft,
            List<ColumnTarget> targets,
            List<String> tags,
            OperatorId by,
            String ip) {
        return refusal(workspace, draft, targets)
                .orElseGet(() -> tenancy.in(workspace, () -> {
                    if (!store.start(workspace, draft.id(), targets, tags)) {
                        return new StartResult.NoDraft();
                    }
                    jobs.schedule(ImportJob.TASK
                            .instance(draft.id().toString())
                            .data(new ImportOrder(workspace, draft.id(), by, ip))
                            .scheduledTo(clock.instant()));
                    return new StartResult.Started();
                }));
    }

    private Optional<StartResult> refusal(WorkspaceId workspace, CsvImport draft, List<ColumnTarget> targets) {
        if (draft.state() != ImportState.DRAFT) {
            return Optional.of(new StartResult.NoDraft());
        }
        if (draft.check().rows() == 0) {
            return Optional.of(new StartResult.Empty());
        }
        if (draft.check().unreadable() > 0) {
            return Optional.of(new StartResult.Unreadable());
        }
        if (targets.stream().noneMatch(IDENTIFYING::contains)) {
            return Optional.of(new StartResult.Nobody());
        }
        return refusal(preview(workspace, draft), targets);
    }

    private static Optional<StartResult> refusal(CsvPreview preview, List<ColumnTarget> targets) {
        if (!(preview instanceof CsvPreview.Table table)
                || table.mapping().columns().size() != targets.size()) {
            return Optional.of(new StartResult.OtherColumns());
        }
        Set<ColumnTarget> repeated = ColumnMapping.repeated(
                targets.stream().map(target -> new MappedColumn("", target)).toList());
        return repeated.isEmpty() ? Optional.empty() : Optional.of(new StartResult.Repeated(repeated));
    }

    /** Deletes a draft with its file; nothing happens when it was started. */
    public void discard(WorkspaceId workspace, ImportId id) {
        tenancy.run(workspace, () -> store.deleteDraft(workspace, id));
    }

    public ImportTally tally(WorkspaceId workspace, ImportId id) {
        return tenancy.in(workspace, () -> store.tally(workspace, id));
    }

    /** The verdicts on the rows after this one, in their order. */
    public List<ImportRowVerdict> verdicts(WorkspaceId workspace, ImportId id, int after, int limit) {
        return tenancy.in(workspace, () -> store.verdicts(workspace, id, after, limit));
    }

    /** The first rows that could not be taken. */
    public List<ImportRowVerdict> invalid(WorkspaceId workspace, ImportId id, int limit) {
        return tenancy.in(workspace, () -> store.invalid(workspace, id, limit));
    }

    /** Something that reads the file. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T unchecked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
