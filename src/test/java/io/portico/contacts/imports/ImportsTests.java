package io.portico.contacts.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.contacts.Selection;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.CsvDelimiter;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvEncoding;
import io.portico.contacts.csv.CsvPreview;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.ImportId;
import io.portico.kernel.Language;
import io.portico.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportsTests extends PorticoTest {
    private static final Logger LOG = LoggerFactory.getLogger(ImportsTests.class);

    @Autowired
    private Imports imports;

    @Autowired
    private ImportEnd endings;

    @Autowired
    private ImportRun run;

    @Autowired
    private ImportStore store;

    @Autowired
    private People people;

    @Autowired
    private io.portico.tenancy.Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    private Workspace acme;

    @BeforeEach
    void openWorkspace() {
        acme = aWorkspace();
    }

    @ParameterizedTest
    @CsvSource({
        "korean, UTF-8, UTF_8, 김민지",
        "korean, x-windows-949, CP949, 김민지",
        "korean, UTF-16LE, UTF_16LE, 김민지",
        "korean, UTF-16BE, UTF_16BE, 김민지",
        "german, windows-1252, WINDOWS_1252, Jürgen Müller",
        "german, UTF-8, UTF_8, Jürgen Müller",
        "highlevel, UTF-8, UTF_8, Ana García",
        "hubspot, UTF-8, UTF_8, Minji Kim",
        "mailchimp, UTF-8, UTF_8, Ana García",
        "google-contacts, UTF-8, UTF_8, Ana García"
    })
    void readsWhatOtherSystemsWriteInWhateverEncoding(
            String fixture, String charset, CsvEncoding guessed, String somebody) {
        CsvImport done = imported(fixture(fixture).getBytes(Charset.forName(charset)));

        assertThat(done.state()).isEqualTo(ImportState.FINISHED);
        assertThat(done.dialect().encoding()).isEqualTo(guessed);
        assertThat(names()).contains(somebody);
        assertThat(imports.tally(acme.id(), done.id()).of(ImportVerdict.CREATED))
                .isPositive();
        assertThat(imports.tally(acme.id(), done.id()).all())
                .isEqualTo(done.check().rows());
    }

    @Test
    void givesEveryRowItsVerdict() {
        aContact()
                .named("Old", "Name")
                .at("known@example.com")
                .withPhone("010 1")
                .in(acme);
        aContact().named("Same", "").at("same@example.com").in(acme);

        CsvImport done = imported("""
                first name,last name,email,phone,tags
                New,Person,new@example.com,+82 10 1234 5678,"vip, retreat"
                Known,,KNOWN@example.com,,vip
                Same,,same@example.com,,
                Twice,,NEW@example.com,,
                Bad,,not-an-address,,
                ,,,,x
                Nameless,,,,
                ,,,02-123-4567,
                """);

        assertThat(verdicts(done))
                .containsExactly(
                        "2 created new@example.com",
                        "3 updated KNOWN@example.com",
                        "4 unchanged same@example.com",
                        "5 duplicate NEW@example.com",
                        "6 invalid bad-email.no-at@3",
                        "7 invalid field-fault.nobody@0",
                        "8 created",
                        "9 created");
        Contact known = contacts.withEmail(acme.id(), EmailAddress.of("known@example.com"))
                .orElseThrow();
        assertThat(known.name().full()).isEqualTo("Known Name");
        assertThat(known.phone()).contains("010 1");
        assertThat(known.tags()).containsExactly("vip");
        assertThat(factsAbout(acme.id(), known)).startsWith("contact.updated");
        assertThat(activity.latest(acme.id(), 1).getFirst().kind()).isEqualTo("contacts.imported");
        assertThat(activity.latest(acme.id(), 1)
                        .getFirst()
                        .details()
                        .path("created")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void givesEverybodyTheTagsAndKeepsWhatIsKnownOnlyHere() {
        aContact().at("kim@example.com").tagged("VIP").in(acme);

        importedWith(List.of("vip", "spring"), """
                email,language,time zone,custom:Company
                kim@example.com,Korean,Asia/Seoul,Acme
                lee@example.com,fr,,
                """);

        Contact kim = contacts.withEmail(acme.id(), EmailAddress.of("kim@example.com"))
                .orElseThrow();
        assertThat(kim.tags()).containsExactly("VIP", "spring");
        assertThat(kim.language()).contains(Language.KO);
        assertThat(kim.custom()).containsEntry("Company", "Acme");
        Contact lee = contacts.withEmail(acme.id(), EmailAddress.of("lee@example.com"))
                .orElseThrow();
        assertThat(lee.tags()).containsExactly("vip", "spring");
        assertThat(lee.source()).isEqualTo("import");
    }

    @Test
    void changesNothingTheSecondTime() {
        String file = fixture("highlevel");
        imported(file.getBytes(StandardCharsets.UTF_8));
        long before = people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL));

        CsvImport again = imported(file.getBytes(StandardCharsets.UTF_8));

        assertThat(imports.tally(acme.id(), again.id()).of(ImportVerdict.UPDATED))
                .isZero();
        assertThat(imports.tally(acme.id(), again.id()).of(ImportVerdict.UNCHANGED))
                .isPositive();
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isGreaterThanOrEqualTo(before);
    }

    @Test
    void stopsBeforeAnythingIsWrittenWhenBytesAreNoTextInTheEncoding() {
        byte[] korean = fixture("korean").getBytes(Charset.forName("x-windows-949"));
        CsvImport draft = drafted(korean);
        imports.describe(acme.id(), draft.id(), new CsvDialect(CsvEncoding.UTF_8, CsvDelimiter.COMMA, true));

        CsvImport garbled = found(draft.id());
        assertThat(garbled.check().unreadable()).isPositive();
        ImportFault first = garbled.check().firstFaults().getFirst();
        assertThat(first.row()).isEqualTo(1);
        assertThat(first.problem().column()).isEqualTo(1);
        assertThat(first.problem().message()).isEqualTo("csv-fault.unreadable-bytes");
        assertThat(start(garbled, List.of(new ColumnTarget.Known(io.portico.contacts.csv.ContactField.EMAIL))))
                .isInstanceOf(StartResult.Unreadable.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void tellsAMalformedRowByRowAndColumnAndTakesTheOthers() {
        CsvImport done = imported("""
                name,email
                "Kim "the boss" Lee",kim@example.com
                Lee,lee@example.com
                """);

        assertThat(verdicts(done))
                .containsExactly("2 invalid csv-fault.text-after-quote@1", "3 created lee@example.com");
    }

    @Test
    void refusesToStartWithoutSense() {
        CsvImport draft = drafted("name,email\nKim,kim@example.com\n".getBytes(StandardCharsets.UTF_8));
        ColumnTarget name = new ColumnTarget.Known(io.portico.contacts.csv.ContactField.FULL_NAME);

        assertThat(start(draft, List.of(name, name))).isEqualTo(new StartResult.Repeated(java.util.Set.of(name)));
        assertThat(start(draft, List.of(ColumnTarget.IGNORE, ColumnTarget.IGNORE)))
                .isInstanceOf(StartResult.Nobody.class);
        assertThat(start(draft, List.of(name))).isInstanceOf(StartResult.OtherColumns.class);
        assertThat(start(drafted(new byte[0]), List.of())).isInstanceOf(StartResult.Empty.class);
        assertThat(start(drafted("name,email\n".getBytes(StandardCharsets.UTF_8)), List.of(name, ColumnTarget.IGNORE)))
                .isInstanceOf(StartResult.Empty.class);
        assertThat(start(draft, List.of(name, ColumnTarget.IGNORE))).isInstanceOf(StartResult.Started.class);
        assertThat(start(draft, List.of(name, ColumnTarget.IGNORE))).isInstanceOf(StartResult.NoDraft.class);
    }

    @Test
    void goesOnBehindTheLastBatchWhenItWasBrokenOff() {
        ImportOrder order = running(rows(2_000));
        AtomicInteger asked = new AtomicInteger();

        assertThat(run.run(order, () -> asked.incrementAndGet() > 2)).isFalse();
        assertThat(found(order.id()).rowsDone()).isEqualTo(1_000);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(1_000);
        assertThat(run.run(order, () -> false)).isTrue();

        CsvImport done = found(order.id());
        assertThat(done.state()).isEqualTo(ImportState.FINISHED);
        assertThat(imports.tally(acme.id(), done.id()).of(ImportVerdict.CREATED))
                .isEqualTo(2_000);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(2_000);
        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select count(*) from contact_import_chunk where workspace_id = ?")
                                .param(acme.id().value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void doesNoRowTwiceWhenTwoNodesRunItAtOnce() throws InterruptedException {
        ImportOrder order = running(rows(3_000));

        List<Thread> nodes = IntStream.range(0, 3)
                .mapToObj(n -> Thread.ofVirtual().start(() -> run.run(order, () -> false)))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(found(order.id()).state()).isEqualTo(ImportState.FINISHED);
        assertThat(imports.tally(acme.id(), order.id()).of(ImportVerdict.CREATED))
                .isEqualTo(3_000);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(3_000);
    }

    @Test
    void canBeCancelledAndKeepsWhatWasWritten() {
        ImportOrder order = running(rows(2_000));
        AtomicInteger asked = new AtomicInteger();
        assertThat(run.run(order, () -> {
                    if (asked.incrementAndGet() == 2) {
                        endings.cancel(acme.id(), order.id(), PORTICO);
                    }
                    return false;
                }))
                .isTrue();

        assertThat(found(order.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(500);
        assertThat(activity.latest(acme.id(), 1)
                        .getFirst()
                        .details()
                        .path("state")
                        .asString())
                .isEqualToIgnoringCase("cancelled");
    }

    @Test
    void belongsToItsWorkspaceAlone() {
        CsvImport draft = drafted(rows(3));

        assertThat(imports.find(aWorkspace().id(), draft.id())).isEmpty();
        imports.discard(aWorkspace().id(), draft.id());
        assertThat(imports.find(acme.id(), draft.id())).isPresent();
        imports.discard(acme.id(), draft.id());
        assertThat(imports.find(acme.id(), draft.id())).isEmpty();
    }

    @Test
    void takesTenThousandRowsInOneGo() {
        importMany(10_000);
    }

    @Test
    @Tag("soak")
    void takesAHundredThousandRowsInOneGo() {
        importMany(100_000);
    }

    private void importMany(int count) {
        long start = System.nanoTime();
        CsvImport draft = drafted(rows(count));
        LOG.info("{} rows uploaded and looked through in {} ms", count, (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        assertThat(start(draft, guessed(draft))).isInstanceOf(StartResult.Started.class);
        AtomicInteger mostMegabytes = new AtomicInteger();
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    mostMegabytes.accumulateAndGet(usedMegabytes(), Math::max);
                    return found(draft.id()).state() == ImportState.FINISHED;
                });
        LOG.info(
                "{} rows imported in {} ms, at most {} MB in use",
                count,
                (System.nanoTime() - start) / 1_000_000,
                mostMegabytes);

        assertThat(imports.tally(acme.id(), draft.id()).of(ImportVerdict.CREATED))
                .isEqualTo(count);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(count);
    }

    private static int usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static byte[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "Minji %d,Kim,minji.%d@example.com,+82 10 %04d %04d,\"vip, tag %d\""
                        .formatted(n, n, n % 10_000, n * 7 % 10_000, n % 5))
                .collect(Collectors.joining("\r\n", "First name,Last name,Email,Phone,Tags\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private ImportOrder running(byte[] file) {
        CsvImport draft = drafted(file);
        List<ColumnTarget> targets = guessed(draft);
        assertThat(tenancy.in(acme.id(), () -> store.start(acme.id(), draft.id(), targets, List.of())))
                .isTrue();
        return new ImportOrder(acme.id(), draft.id(), ownerOf(acme).id(), "203.0.113.7");
    }

    private CsvImport imported(String file) {
        return imported(file.getBytes(StandardCharsets.UTF_8));
    }

    private CsvImport imported(byte[] file) {
        return imported(file, List.of());
    }

    private void importedWith(List<String> tags, String file) {
        imported(file.getBytes(StandardCharsets.UTF_8), tags);
    }

    private CsvImport imported(byte[] file, List<String> tags) {
        CsvImport draft = drafted(file);
        StartResult result = imports.start(
                acme.id(), draft, guessed(draft), tags, ownerOf(acme).id(), "203.0.113.7");
        assertThat(result).isInstanceOf(StartResult.Started.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(draft.id()).state() != ImportState.RUNNING);
        return found(draft.id());
    }

    private StartResult start(CsvImport draft, List<ColumnTarget> targets) {
        return imports.start(
                acme.id(), found(draft.id()), targets, List.of(), ownerOf(acme).id(), "203.0.113.7");
    }

    private CsvImport drafted(byte[] file) {
        ImportId id = imports.upload(
                acme.id(),
                "people.csv",
                new ByteArrayInputStream(file),
                ownerOf(acme).id());
        return found(id);
    }

    private List<ColumnTarget> guessed(CsvImport draft) {
        return imports.preview(acme.id(), draft) instanceof CsvPreview.Table table
                ? table.mapping().targets()
                : List.of();
    }

    private CsvImport found(ImportId id) {
        return imports.find(acme.id(), id).orElseThrow();
    }

    private List<String> names() {
        return people.list(acme.id(), PeopleFilter.ALL, PeopleOrder.BY_NAME, "").people().stream()
                .map(Contact::display)
                .toList();
    }

    /** Such as "2 created kim@example.com" or "6 invalid bad-email.no-at@3". */
    private List<String> verdicts(CsvImport done) {
        List<String> lines = new ArrayList<>();
        for (ImportRowVerdict each : imports.verdicts(acme.id(), done.id(), 0, 1_000)) {
            String problems = each.problems().stream()
                    .map(problem -> problem.message() + "@" + problem.column())
                    .collect(Collectors.joining(" "));
            lines.add("%d %s %s%s"
                    .formatted(each.row(), each.verdict().word(), each.email(), problems)
                    .strip());
        }
        return lines;
    }

    private static String fixture(String name) {
        try (InputStream in = Optional.ofNullable(ImportsTests.class.getResourceAsStream("/csv/" + name + ".csv"))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
