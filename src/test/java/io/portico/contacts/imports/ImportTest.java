package io.portico.contacts.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.CsvPreview;
import io.portico.kernel.ImportId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of imports share: files that go all the way, and how to read what became of them. */
abstract class ImportTest extends PorticoTest {
    @Autowired
    Imports imports;

    @Autowired
    ImportStore store;

    @Autowired
    People people;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    Workspace acme;

    @BeforeEach
    void openWorkspace() {
        acme = aWorkspace();
    }

    static byte[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "Minji %d,Kim,minji.%d@example.com,+82 10 %04d %04d,\"vip, tag %d\""
                        .formatted(n, n, n % 10_000, n * 7 % 10_000, n % 5))
                .collect(Collectors.joining("\r\n", "First name,Last name,Email,Phone,Tags\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    ImportOrder running(byte[] file) {
        CsvImport draft = drafted(file);
        List<ColumnTarget> targets = guessed(draft);
        assertThat(tenancy.in(acme.id(), () -> store.start(acme.id(), draft.id(), targets, List.of())))
                .isTrue();
        return new ImportOrder(acme.id(), draft.id(), ownerOf(acme).id(), "203.0.113.7");
    }

    CsvImport imported(String file) {
        return imported(file.getBytes(StandardCharsets.UTF_8));
    }

    CsvImport imported(byte[] file) {
        return imported(file, List.of());
    }

    void importedWith(List<String> tags, String file) {
        imported(file.getBytes(StandardCharsets.UTF_8), tags);
    }

    CsvImport imported(byte[] file, List<String> tags) {
        CsvImport draft = drafted(file);
        StartResult result = imports.start(
                acme.id(), draft, guessed(draft), tags, ownerOf(acme).id(), "203.0.113.7");
        assertThat(result).isInstanceOf(StartResult.Started.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(draft.id()).state() != ImportState.RUNNING);
        return found(draft.id());
    }

    StartResult start(CsvImport draft, List<ColumnTarget> targets) {
        return imports.start(
                acme.id(), found(draft.id()), targets, List.of(), ownerOf(acme).id(), "203.0.113.7");
    }

    CsvImport drafted(byte[] file) {
        ImportId id = imports.upload(
                acme.id(),
                "people.csv",
                new ByteArrayInputStream(file),
                ownerOf(acme).id());
        return found(id);
    }

    List<ColumnTarget> guessed(CsvImport draft) {
        return imports.preview(acme.id(), draft) instanceof CsvPreview.Table table
                ? table.mapping().targets()
                : List.of();
    }

    CsvImport found(ImportId id) {
        return imports.find(acme.id(), id).orElseThrow();
    }

    List<String> names() {
        return people.list(acme.id(), PeopleFilter.ALL, PeopleOrder.BY_NAME, "").people().stream()
                .map(Contact::display)
                .toList();
    }

    /** Such as "2 created kim@example.com" or "6 invalid bad-email.no-at@3". */
    List<String> verdicts(CsvImport done) {
        List<String> lines = new ArrayList<>();
        for (ImportRowVerdict each : imports.verdicts(acme.id(), done.id(), 0, 1_000)) {
            String problems = each.problems().stream()
                    .map(problem -> problem.message() + "@" + problem.column())
                    .collect(Collectors.joining(" "));
            lines.add("%d %s %s %s"
                    .formatted(each.row(), each.verdict().word(), each.email(), problems)
                    .replaceAll(" +", " ")
                    .strip());
        }
        return lines;
    }

    static String fixture(String name) {
        try (InputStream in = Optional.ofNullable(ImportTest.class.getResourceAsStream("/csv/" + name + ".csv"))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
