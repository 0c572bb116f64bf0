package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRowTests {
    @Test
    void readsAHighLevelExport() throws IOException {
        assertThat(Csv.drafts(Csv.text(Csv.fixture("highlevel"))))
                .containsExactly(
                        draft("Minji", "Kim", "minji.kim@example.com", "+821012345678", "vip", "retreat 2026"),
                        draft("Ana", "García", "ana@garcia.example.es", "+34612345678", "newsletter"),
                        draft("Jordan", "O'Neil", "JORDAN@example.com", "+1 555-010-9999"));
    }

    @Test
    void readsAHubSpotExport() throws IOException {
        assertThat(Csv.drafts(Csv.text(Csv.fixture("hubspot"))))
                .containsExactly(
                        draft("Minji", "Kim", "minji.kim@example.com", "+82 10-1234-5678"),
                        draft("Jürgen", "Müller", "juergen@example.de", "030 1234567"),
                        draft("", "", "nameless@example.com", ""));
    }

    @Test
    void readsAGoogleExport() throws IOException {
        assertThat(Csv.drafts(Csv.text(Csv.fixture("google-contacts"))))
                .containsExactly(
                        draft("민지", "김", "minji@example.com", "010-1234-5678", "고객"),
                        draft("Ana", "García", "ana@example.es", ""));
    }

    @Test
    void readsAnOldGoogleExportAndTakesTheFirstOfSeveralValues() throws IOException {
        List<ContactDraft> drafts = Csv.drafts(Csv.text(Csv.fixture("google-contacts-old")));
        assertThat(drafts.getFirst().tags()).containsExactly("Friends", "Studio");
        assertThat(drafts.getFirst().language()).contains("ko");
        assertThat(drafts.getFirst().email()).contains(EmailAddress.of("minji.kim@example.com"));
        assertThat(drafts.getFirst().phone()).contains(new PhoneNumber("+82 10-1234-5678"));
        assertThat(drafts.getLast()).isEqualTo(draft("Ludwig", "van Beethoven", "ludwig@example.at", ""));
    }

    @Test
    void readsAMailchimpExport() throws IOException {
        List<ContactDraft> drafts = Csv.drafts(Csv.text(Csv.fixture("mailchimp")));
        assertThat(drafts).extracting(ContactDraft::tags).containsExactly(List.of("VIP", "Retreat, spring"), List.of());
        assertThat(drafts)
                .extracting(ContactDraft::timeZone)
                .containsExactly(Optional.of(ZoneId.of("Asia/Seoul")), Optional.of(ZoneId.of("Europe/Madrid")));
    }

    @Test
    void readsAKoreanSheet() throws IOException {
        List<ContactDraft> drafts = Csv.drafts(Csv.text(Csv.fixture("korean"), CsvEncoding.CP949.charset()));
        assertThat(drafts).extracting(draft -> draft.lastName().orElse("")).containsExactly("김", "남궁", "선", "홍");
        assertThat(drafts).extracting(draft -> draft.firstName().orElse("")).containsExactly("민지", "민수", "우", "길동");
        assertThat(drafts).extracting(draft -> draft.language().orElse("")).containsExactly("ko", "ko", "ko", "en");
        assertThat(drafts.getFirst().tags()).containsExactly("VIP", "봄 수련회");
    }

    @Test
    void readsWesternSheetsAsTheyWereTyped() throws IOException {
        assertThat(Csv.drafts(Csv.text(Csv.fixture("german"), CsvEncoding.WINDOWS_1252.charset())))
                .extracting(draft ->
                        draft.firstName().orElse("") + " " + draft.lastName().orElse(""))
                .containsExactly("Jürgen Müller", "Änne Groß");
        assertThat(Csv.drafts(Csv.text(Csv.fixture("spanish"), CsvEncoding.WINDOWS_1252.charset())))
                .extracting(draft ->
                        draft.firstName().orElse("") + " " + draft.lastName().orElse(""))
                .containsExactly("Ana García Núñez", "Íñigo Ibáñez");
        assertThat(Csv.drafts(Csv.text(Csv.fixture("french"), CsvEncoding.WINDOWS_1252.charset())))
                .extracting(draft ->
                        draft.firstName().orElse("") + " " + draft.lastName().orElse(""))
                .containsExactly("Hélène Lefèvre", "Zoé Çelik");
    }

    @ParameterizedTest
    @CsvSource({
        "김민지, 민지, 김",
        "김준, 준, 김",
        "남궁민수, 민수, 남궁",
        "선우용녀, 용녀, 선우",
        "황보 관, 관, 황보",
        "홍 길동, 길동, 홍",
        "Kim Minji, Minji, Kim",
        "Park Ji-woo, Ji-woo, Park",
        "Minji Kim, Minji, Kim",
        "Kim Basinger, Kim, Basinger",
        "'García, Ana', Ana, García",
        "Ana María García, Ana María, García",
        "Ludwig van Beethoven, Ludwig, van Beethoven",
        "María de la Cruz, María, de la Cruz",
        "Cher, Cher, ''",
        "민, 민, ''",
        "'  Ana   García ', Ana, García",
    })
    void splitsAFullName(String name, String first, String last) {
        assertThat(drafted("Name", name)).isEqualTo(draft(first, last, "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "ko, ko",
        "EN, en",
        "ko-KR, ko",
        "en_US, en",
        "English, en",
        "KOREAN, ko",
        "한국어, ko",
        "영어, en",
        "eng, en",
        "Deutsch, de",
        "Español, es",
        "English (United States), en",
    })
    void understandsLanguagesAsPeopleNameThem(String typed, String code) {
        assertThat(drafted("Name", "Ana", "Language", typed).language()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "N/A", "null", "없음", "  "})
    void aPlaceholderIsNoValue(String placeholder) {
        assertThat(drafted("Name", "Ana", "Email", placeholder, "Phone", placeholder, "Time zone", placeholder))
                .isEqualTo(draft("Ana", "", "", ""));
    }

    @Test
    void readsTagsAsEachSystemWritesThem() {
        assertThat(drafted("Name", "Ana", "Tags", " a, b;c ,,A, \"d, e\" ::: f ::: * starred")
                        .tags())
                .containsExactly("a", "b", "c", "d, e", "f");
    }

    @Test
    void composesNamesWrittenLetterByLetterAndDropsWhatIsNotSeen() {
        String decomposed = java.text.Normalizer.normalize("김민지", java.text.Normalizer.Form.NFD);
        assertThat(drafted("First name", decomposed).firstName()).contains("김민지");
        assertThat(drafted("First name", "\u200bAna\r\nMaría\u202e").firstName())
                .contains("Ana María");
    }

    @Test
    void keepsCustomFieldsInTheirOrderWithoutEmptyOnes() {
        ImportRow row =
                read(mapping("Name", "custom:Company", "custom:Note", "custom:Size"), "Ana", " Acme ", "", "XL");
        assertThat(((ImportRow.Drafted) row).draft().custom())
                .containsExactly(Map.entry("Company", "Acme"), Map.entry("Size", "XL"));
    }

    @Test
    void tellsWhatIsWrongWithAnAddress() {
        assertThat(problems(mapping("Name", "Email"), "Ana", "ana@localhost"))
                .containsExactly(new RowProblem(
                        new Complaint.BadEmail(EmailAddress.Reason.SINGLE_LABEL), 2, "Email", "ana@localhost"));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(problems(
                        mapping("First name", "Last name", "Email", "Phone", "Tags", "Language", "Time zone", "Source"),
                        "a".repeat(101),
                        "b".repeat(101),
                        "a,b",
                        "call me",
                        "t".repeat(61),
                        "Klingon",
                        "Mars/Base",
                        "s".repeat(101)))
                .extracting(RowProblem::complaint)
                .containsExactly(
                        FieldFault.NAME_TOO_LONG,
                        FieldFault.NAME_TOO_LONG,
                        new Complaint.BadEmail(EmailAddress.Reason.LIST),
                        FieldFault.PHONE,
                        FieldFault.TAG_TOO_LONG,
                        FieldFault.LANGUAGE,
                        FieldFault.TIME_ZONE,
                        FieldFault.SOURCE_TOO_LONG);
    }

    @Test
    void takes50TagsAndNotOneMore() {
        String fifty = String.join(
                ",",
                java.util.stream.IntStream.range(0, 50).mapToObj(i -> "t" + i).toList());
        assertThat(drafted("Name", "Ana", "Tags", fifty).tags()).hasSize(50);
        assertThat(problems(mapping("Name", "Tags"), "Ana", fifty + ",one more"))
                .extracting(RowProblem::complaint)
                .containsExactly(FieldFault.TOO_MANY_TAGS);
    }

    @Test
    void shortensWhatWasFound() {
        assertThat(problems(mapping("Email"), "x".repeat(100)))
                .extracting(RowProblem::found)
                .containsExactly("x".repeat(59) + "…");
    }

    @Test
    void aRowNobodyCanBeFoundInIsInvalid() {
        assertThat(problems(mapping("Name", "Email", "Tags"), "", "", "vip"))
                .containsExactly(new RowProblem(FieldFault.NOBODY, 0, "", "vip"));
    }

    @Test
    void aRowMayBeWiderByEmptyFieldsOnly() {
        assertThat(read(mapping("Name", "Email"), "Ana", "ana@example.es", "", " "))
                .isInstanceOf(ImportRow.Drafted.class);
        assertThat(problems(mapping("Name", "Email"), "Ana", "ana@example.es", "", "x"))
                .containsExactly(new RowProblem(FieldFault.TOO_MANY_FIELDS, 4, "", "x"));
    }

    @Test
    void aRowMayEndEarlyButNotBeforeTheAddress() {
        assertThat(read(mapping("Name", "Email", "Phone", "Tags"), "Ana", "ana@example.es"))
                .isInstanceOf(ImportRow.Drafted.class);
        assertThat(problems(mapping("Name", "Email", "Phone", "Tags"), "Ana"))
                .containsExactly(new RowProblem(FieldFault.TOO_FEW_FIELDS, 2, "Email", ""));
    }

    @Test
    void aRowThatIsNotCsvNamesTheColumn() {
        CsvRow broken = new CsvRow.Broken(7, 9, 2, CsvFault.UNREADABLE_BYTES, "I\ufffd");
        assertThat(mapping("Name", "Email").read(broken))
                .isEqualTo(new ImportRow.Invalid(
                        7, 9, List.of(new RowProblem(CsvFault.UNREADABLE_BYTES, 2, "Email", "I\ufffd"))));
    }

    @Test
    void goodRowsAreNotHeldUpByBadOnes() throws IOException {
        List<ImportRow> rows = Csv.imported(
                Csv.text(
                        "Name,Email\nAna,ana@example.es\nBad,bad\n\"Kim,kim@example.com\nLee,lee@example.com\nToo,many@example.com,x\nEnd,end@example.com\n"));
        assertThat(rows)
                .extracting(row -> row.row() + (row instanceof ImportRow.Drafted ? " drafted" : " invalid"))
                .containsExactly("2 drafted", "3 invalid", "4 invalid", "5 drafted", "6 invalid", "7 drafted");
    }

    @Test
    void everyComplaintHasAMessageOfItsOwn() {
        assertThat(CsvFault.UNCLOSED_QUOTE.labelKey()).isEqualTo("csv-fault.unclosed-quote");
        assertThat(FieldFault.TIME_ZONE.labelKey()).isEqualTo("field-fault.time-zone");
        assertThat(new Complaint.BadEmail(EmailAddress.Reason.NO_AT).labelKey()).isEqualTo("bad-email.no-at");
    }

    /** A mapping guessed from the names; {@code custom:X} is a custom field. */
    private static ColumnMapping mapping(String... names) {
        return ColumnMapping.guess(List.of(names), List.of());
    }

    private static ImportRow read(ColumnMapping mapping, String... cells) {
        return mapping.read(new CsvRow.Fields(2, 2, List.of(cells)));
    }

    private static List<RowProblem> problems(ColumnMapping mapping, String... cells) {
        return ((ImportRow.Invalid) read(mapping, cells)).problems();
    }

    /** The draft of a row given as name, value, name, value. */
    private static ContactDraft drafted(String... namesAndCells) {
        List<String> all = List.of(namesAndCells);
        List<String> names = java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(all::get)
                .toList();
        List<String> cells = java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(all::get)
                .toList();
        ImportRow row = ColumnMapping.guess(names, List.of()).read(new CsvRow.Fields(2, 2, cells));
        return ((ImportRow.Drafted) row).draft();
    }

    private static ContactDraft draft(String first, String last, String email, String phone, String... tags) {
        return new ContactDraft(
                Optional.of(first).filter(text -> !text.isEmpty()),
                Optional.of(last).filter(text -> !text.isEmpty()),
                EmailAddress.parse(email),
                PhoneNumber.parse(phone),
                List.of(tags),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
