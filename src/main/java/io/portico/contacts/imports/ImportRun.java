package io.portico.contacts.imports;

import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.CsvRows;
import io.portico.contacts.csv.ImportRow;
import io.portico.tenancy.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Goes through the file of a running import, batch by batch. Each batch is one transaction: contacts, facts, verdicts
 * and the mark how far it is. Begun again after it was broken off, it goes on behind that mark, and two that run at
 * once do no row twice.
 */
@Component
class ImportRun {
    static final int BATCH = 500;

    private final Tenancy tenancy;
    private final ImportStore store;
    private final UploadStore uploads;
    private final ImportBatch batches;
    private final ImportEnd end;

    ImportRun(Tenancy tenancy, ImportStore store, UploadStore uploads, ImportBatch batches, ImportEnd end) {
        this.tenancy = tenancy;
        this.store = store;
        this.uploads = uploads;
        this.batches = batches;
        this.end = end;
    }

    /**
     * False when it wants to be run again: it was asked to pause before the end, or lost a batch to another worker, who
     * may die yet.
     */
    boolean run(ImportOrder order, BooleanSupplier pause) {
        return running(order).map(found -> goThrough(found, order, pause)).orElse(true);
    }

    private Optional<CsvImport> running(ImportOrder order) {
        return tenancy.in(order.workspace(), () -> store.find(order.workspace(), order.id()))
                .filter(found -> found.state() == ImportState.RUNNING);
    }

    private boolean goThrough(CsvImport running, ImportOrder order, BooleanSupplier pause) {
        try (CsvRows rows = CsvRows.open(uploads.source(order.workspace(), running.id()), running.dialect())) {
            ColumnMapping mapping = running.mapping(rows.header());
            int done = skip(rows, running.rowsDone());
            while (rows.hasNext()) {
                List<ImportRow> batch = next(rows, mapping);
                if (pause.getAsBoolean()) {
                    return false;
                }
                if (!batches.apply(order, running, done, batch)) {
                    return running(order).isEmpty();
                }
                done += batch.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end.end(order.workspace(), running.id(), ImportState.FINISHED, order.actor());
        return true;
    }

    private static int skip(CsvRows rows, int count) {
        int skipped = 0;
        for (; skipped < count && rows.hasNext(); skipped++) {
            rows.next();
        }
        return skipped;
    }

    private static List<ImportRow> next(CsvRows rows, ColumnMapping mapping) {
        List<ImportRow> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && rows.hasNext()) {
            batch.add(mapping.read(rows.next()));
        }
        return batch;
    }
}
