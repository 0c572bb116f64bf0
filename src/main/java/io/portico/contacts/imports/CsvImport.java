package io.portico.contacts.imports;

import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.MappedColumn;
import io.portico.kernel.ImportId;
import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One import of a CSV file.
 *
 * @param targets where the columns go; empty until it is started
 * @param tags that every contact of the file gets
 * @param rowsDone rows that have their verdict
 */
public record CsvImport(
        ImportId id,
        String fileName,
        long bytes,
        CsvDialect dialect,
        List<ColumnTarget> targets,
        List<String> tags,
        ImportState state,
        ImportCheck check,
        int rowsDone,
        OperatorId createdBy,
        Instant createdAt,
        Optional<Instant> finishedAt) {
    public CsvImport {
        targets = List.copyOf(targets);
        tags = List.copyOf(tags);
    }

    /** From 1; 0 when no column holds the field. */
    int columnOf(ContactField field) {
        return targets.indexOf(new ColumnTarget.Known(field)) + 1;
    }

    ColumnMapping mapping(List<String> header) {
        return new ColumnMapping(IntStream.range(0, targets.size())
                .mapToObj(i -> new MappedColumn(i < header.size() ? header.get(i) : "", targets.get(i)))
                .toList());
    }
}
