package io.portico.contacts.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.CsvDelimiter;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvEncoding;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTests extends ImportTest {
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
    void givesNobodyMoreThanAHundredCustomFields() {
        String columns = IntStream.range(0, 101).mapToObj(n -> "custom:f" + n).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 100).mapToObj(n -> "x").collect(Collectors.joining(","));

        CsvImport done =
                imported("email,%s\nkim@example.com,%s,x\nlee@example.com,%s,\n".formatted(columns, cells, cells));
        CsvImport again = imported("email,custom:f100\nlee@example.com,x\n");

        assertThat(verdicts(done))
                .containsExactlyInAnyOrder(
                        "2 invalid kim@example.com field-fault.too-many-custom-fields@0", "3 created lee@example.com");
        assertThat(verdicts(again)).containsExactly("2 invalid lee@example.com field-fault.too-many-custom-fields@0");
        assertThat(contacts.withEmail(acme.id(), EmailAddress.of("kim@example.com")))
                .isEmpty();
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
    void tellsALanguageThatPorticoDoesNotSpeakAndTakesTheContactAllTheSame() {
        CsvImport done = imported("""
                email,language
                kim@example.com,Korean
                lee@example.com,fr
                KIM@example.com,de
                """);
        imported("email,language\nlee@example.com,French\n");

        assertThat(verdicts(done))
                .containsExactly(
                        "2 created kim@example.com",
                        "3 created lee@example.com field-fault.language-not-spoken@2",
                        "4 duplicate KIM@example.com");
        assertThat(contacts.withEmail(acme.id(), EmailAddress.of("lee@example.com"))
                        .orElseThrow()
                        .language())
                .isEmpty();
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
        assertThat(start(garbled, List.of(new ColumnTarget.Known(ContactField.EMAIL))))
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
        ColumnTarget name = new ColumnTarget.Known(ContactField.FULL_NAME);

        assertThat(start(draft, List.of(name, name))).isEqualTo(new StartResult.Repeated(Set.of(name)));
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
    void belongsToItsWorkspaceAlone() {
        CsvImport draft = drafted(rows(3));

        assertThat(imports.find(aWorkspace().id(), draft.id())).isEmpty();
        imports.discard(aWorkspace().id(), draft.id());
        assertThat(imports.find(acme.id(), draft.id())).isPresent();
        imports.discard(acme.id(), draft.id());
        assertThat(imports.find(acme.id(), draft.id())).isEmpty();
    }
}
