package io.portico.contacts.imports;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetail;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.ContactRow;
import io.portico.contacts.csv.ImportRow;
import io.portico.contacts.csv.RowProblem;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.ImportId;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the contacts of a batch, all of them in one statement; the rows travel as one JSON array. */
@Component
class ImportedContacts {
    private static final String DETAILS = "id uuid, first text, last text, email text, key text, phone text, "
            + "language text, zone text, tags text[], custom jsonb, source text";

    private final JdbcClient jdbc;
    private final ContactRow row;
    private final JsonMapper json;

    ImportedContacts(JdbcClient jdbc, ContactRow row, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = row;
        this.json = json;
    }

    /** Somebody else created a contact with one of the addresses after we had looked. */
    static final class Outrun extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Created(ContactId id, ContactDetails details, Map<String, String> custom, String source) {}

    record Updated(ContactId id, ContactDetails details, Map<String, String> custom) {
        List<String> changedFrom(Contact before) {
            List<String> changed = new ArrayList<>(ContactDetail.changed(ContactDetails.of(before), details));
            if (!custom.equals(before.custom())) {
                changed.add("custom");
            }
            return changed;
        }
    }

    /** A verdict as it is stored; the key is kept of rows that count against later duplicates. */
    record Verdict(
            int n,
            String verdict,
            List<ImportProblem> problems,
            @Nullable String email,
            @Nullable String key) {
        static Verdict of(Incoming row, ImportVerdict verdict, List<ImportProblem> notes) {
            String email = row.draft().email().map(EmailAddress::value).orElse(null);
            boolean counts = verdict != ImportVerdict.DUPLICATE && email != null;
            return new Verdict(row.row(), verdict.word(), notes, email, counts ? row.key() : null);
        }

        static Verdict of(ImportRow.Invalid row) {
            List<ImportProblem> problems = new ArrayList<>();
            for (RowProblem problem : row.problems()) {
                problems.add(ImportProblem.of(problem));
            }
            return new Verdict((int) row.row(), ImportVerdict.INVALID.word(), problems, null, null);
        }
    }

    /** A contact as the statements below take it. */
    record Details(
            UUID id,
            String first,
            String last,
            @Nullable String email,
            @Nullable String key,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String zone,
            List<String> tags,
            Map<String, String> custom,
            String source) {
        static Details of(ContactId id, ContactDetails details, Map<String, String> custom, String source) {
            return new Details(
                    id.value(),
                    details.name().first(),
                    details.name().last(),
                    text(details.email(), EmailAddress::value),
                    text(details.email(), EmailAddress::key),
                    text(details.phone(), phone -> phone),
                    text(details.language(), Language::tag),
                    text(details.timeZone(), ZoneId::getId),
                    details.tags(),
                    custom,
                    source);
        }

        private static <T> @Nullable String text(Optional<T> value, Function<T, String> word) {
            return value.map(word).orElse(null);
        }
    }

    /** The addresses among these that an earlier row of the import had. */
    Set<String> keysDone(WorkspaceId workspace, ImportId id, List<String> keys) {
        var sql = """
                select email_key from contact_import_row
                where workspace_id = ? and import_id = ? and email_key = any(?)""";
        return Set.copyOf(jdbc.sql(sql)
                .params(workspace.value(), id.value(), keys.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The contacts with these addresses, by address, held until the batch is written. */
    Map<String, Contact> withKeys(WorkspaceId workspace, List<String> keys) {
        var sql = """
                select %s from contact c where workspace_id = ? and email_key = any(?)
                order by id for update of c""".formatted(ContactRow.COLUMNS);
        return jdbc.sql(sql).params(workspace.value(), keys.toArray(String[]::new)).query(row).stream()
                .collect(Collectors.toMap(
                        contact -> contact.email().orElseThrow().key(), contact -> contact));
    }

    /** @throws Outrun when one of the addresses has just been taken; the batch begins anew */
    void insert(WorkspaceId workspace, List<Created> contacts, Instant now) {
        var sql = """
                insert into contact (workspace_id, id, first_name, last_name, email, email_key, phone, language,
                    time_zone, tags, custom, source, created_at, updated_at)
                select :workspace, id, first, last, email, key, phone, language, zone, tags, custom, source, :now, :now
                from jsonb_to_recordset(:rows::jsonb) as given (%s)
                on conflict (workspace_id, email_key) do nothing""".formatted(DETAILS);
        int inserted = write(
                workspace,
                sql,
                now,
                contacts.stream()
                        .map(each -> Details.of(each.id(), each.details(), each.custom(), each.source()))
                        .toList());
        if (inserted < contacts.size()) {
            throw new Outrun();
        }
    }

    void update(WorkspaceId workspace, List<Updated> contacts, Instant now) {
        var sql = """
                update contact set first_name = first, last_name = last, phone = given.phone,
                    language = given.language, time_zone = zone, tags = given.tags, custom = given.custom,
                    updated_at = :now
                from jsonb_to_recordset(:rows::jsonb) as given (%s)
                where workspace_id = :workspace and contact.id = given.id""".formatted(DETAILS);
        write(
                workspace,
                sql,
                now,
                contacts.stream()
                        .map(each -> Details.of(each.id(), each.details(), each.custom(), ""))
                        .toList());
    }

    private int write(WorkspaceId workspace, String sql, Instant now, List<Details> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("now", utc(now))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    void keepVerdicts(WorkspaceId workspace, ImportId id, List<Verdict> verdicts) {
        var sql = """
                insert into contact_import_row (workspace_id, import_id, n, verdict, problems, email, email_key)
                select :workspace, :id, n, verdict, problems, email, key
                from jsonb_to_recordset(:rows::jsonb) as given
                    (n int, verdict text, problems jsonb, email text, key text)""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("rows", json.writeValueAsString(verdicts))
                .update();
    }
}
