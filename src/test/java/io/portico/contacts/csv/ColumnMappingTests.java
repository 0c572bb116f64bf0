package io.portico.contacts.csv;

import static io.portico.contacts.csv.ContactField.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMappingTests {
    @Test
    void knowsTheColumnsOfHighLevel() throws IOException {
        assertThat(mapped("highlevel"))
                .isEqualTo(Map.of(
                        FIRST_NAME,
                        "First Name",
                        LAST_NAME,
                        "Last Name",
                        PHONE,
                        "Phone",
                        EMAIL,
                        "Email",
                        TAGS,
                        "Tags"));
    }

    @Test
    void knowsTheColumnsOfHubSpot() throws IOException {
        assertThat(mapped("hubspot"))
                .isEqualTo(Map.of(
                        FIRST_NAME, "First Name", LAST_NAME, "Last Name", PHONE, "Phone Number", EMAIL, "Email"));
    }

    @Test
    void knowsTheColumnsOfGoogleContacts() throws IOException {
        assertThat(mapped("google-contacts"))
                .isEqualTo(Map.of(
                        FIRST_NAME, "First Name",
                        LAST_NAME, "Last Name",
                        FULL_NAME, "File As",
                        PHONE, "Phone 1 - Value",
                        EMAIL, "E-mail 1 - Value",
                        TAGS, "Labels"));
    }

    @Test
    void knowsTheColumnsOfGoogleContactsAsTheyWere() throws IOException {
        assertThat(mapped("google-contacts-old"))
                .isEqualTo(Map.of(
                        FIRST_NAME, "Given Name",
                        LAST_NAME, "Family Name",
                        FULL_NAME, "Name",
                        PHONE, "Phone 1 - Value",
                        EMAIL, "E-mail 1 - Value",
                        TAGS, "Group Membership",
                        LANGUAGE, "Language"));
    }

    @Test
    void knowsTheColumnsOfMailchimp() throws IOException {
        assertThat(mapped("mailchimp"))
                .isEqualTo(Map.of(
                        FIRST_NAME, "First Name",
                        LAST_NAME, "Last Name",
                        PHONE, "Phone Number",
                        EMAIL, "Email Address",
                        TIME_ZONE, "TIMEZONE",
                        TAGS, "TAGS"));
    }

    @Test
    void knowsKoreanColumns() throws IOException {
        assertThat(mapped("korean"))
                .isEqualTo(Map.of(FULL_NAME, "이름", EMAIL, "이메일", PHONE, "휴대폰 번호", TAGS, "태그", LANGUAGE, "언어"));
        assertThat(mapped("korean-surname"))
                .isEqualTo(Map.of(LAST_NAME, "성", FIRST_NAME, "이름", EMAIL, "전자우편", PHONE, "연락처"));
    }

    @Test
    void knowsGermanSpanishAndFrenchColumns() throws IOException {
        assertThat(mapped("german"))
                .isEqualTo(Map.of(
                        LAST_NAME, "Name",
                        FIRST_NAME, "Vorname",
                        EMAIL, "E-Mail-Adresse",
                        PHONE, "Telefonnummer",
                        TAGS, "Schlagwörter",
                        LANGUAGE, "Sprache"));
        assertThat(mapped("spanish"))
                .isEqualTo(Map.of(
                        FIRST_NAME, "Nombre",
                        LAST_NAME, "Apellidos",
                        EMAIL, "Correo electrónico",
                        PHONE, "Teléfono móvil",
                        TAGS, "Etiquetas",
                        LANGUAGE, "Idioma",
                        TIME_ZONE, "Zona horaria"));
        assertThat(mapped("french"))
                .isEqualTo(Map.of(
                        LAST_NAME, "Nom",
                        FIRST_NAME, "Prénom",
                        EMAIL, "Adresse e-mail",
                        PHONE, "Téléphone portable",
                        TAGS, "Étiquettes",
                        LANGUAGE, "Langue"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMAIL",
                " e-mail ",
                "E_Mail",
                "Email*",
                "ｅｍａｉｌ",
                "이메일(필수)",
                "이 메일",
                "E-mail [required]",
                "COURRIEL"
            })
    void caseSpacePunctuationAndRemarksDoNotCount(String name) {
        assertThat(words(guess(name))).containsExactly("email");
    }

    @Test
    void readsHangulThatIsWrittenLetterByLetter() {
        String decomposed = java.text.Normalizer.normalize("이메일", java.text.Normalizer.Form.NFD);
        assertThat(words(guess(decomposed))).containsExactly("email");
    }

    @Test
    void theBestNameWinsWhereverItStands() {
        assertThat(words(guess("Additional Emails", "Work Email", "Email", "Email 2")))
                .containsExactly("ignore", "ignore", "email", "ignore");
    }

    @Test
    void ofTwoColumnsWithTheSameNameTheFullerWinsThenTheFirst() {
        assertThat(words(guess("Email", "Email"))).containsExactly("email", "ignore");
        assertThat(words(ColumnMapping.guess(List.of("Email", "Email"), List.of(List.of("", "a@example.com")))))
                .containsExactly("ignore", "email");
    }

    @Test
    void findsAddressesByWhatTheyLookLike() {
        assertThat(words(ColumnMapping.guess(
                        List.of("Who", "Reach them at"),
                        List.of(
                                List.of("Ana", "ana@example.es"),
                                List.of("Kim", ""),
                                List.of("Lee", "lee@example.com")))))
                .containsExactly("ignore", "email");
    }

    @Test
    void findsContactsInAFileWithoutHeader() {
        assertThat(words(ColumnMapping.guess(
                        List.of(),
                        List.of(
                                List.of("1", "김민지", "010-1234-5678", "minji@example.com"),
                                List.of("2", "Ana García")))))
                .containsExactly("ignore", "full-name", "phone", "email");
    }

    @Test
    void knowsItsOwnExport() {
        assertThat(words(ColumnMapping.guess(ContactExport.header(List.of("Company", "생일")), List.of())))
                .containsExactly(
                        "first-name",
                        "last-name",
                        "email",
                        "phone",
                        "tags",
                        "language",
                        "time-zone",
                        "source",
                        "custom:Company",
                        "custom:생일");
    }

    @ParameterizedTest
    @CsvSource({"email", "first-name", "time-zone", "ignore", "custom:Company", "custom:생년 월일", "custom:custom:x"})
    void aTargetIsWrittenAsAWordAndReadFromIt(String word) {
        assertThat(ColumnTarget.parse(word)).map(ColumnTarget::word).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EMAIL", "nonsense", "custom:", "custom: x", "custom:a\nb"})
    void otherWordsAreNoTargets(String word) {
        assertThat(ColumnTarget.parse(word)).isEmpty();
    }

    @Test
    void aPersonMayChangeTheTargetsButUseNoneTwice() {
        ColumnMapping guessed = guess("Email", "Company");
        List<ColumnTarget> chosen = List.of(ColumnTarget.IGNORE, new ColumnTarget.Custom("Company"));
        assertThat(guessed.with(chosen).targets()).isEqualTo(chosen);

        ColumnTarget email = new ColumnTarget.Known(EMAIL);
        assertThatIllegalArgumentException().isThrownBy(() -> guessed.with(List.of(email, email)));
        assertThat(ColumnMapping.repeated(List.of(new MappedColumn("a", email), new MappedColumn("b", email))))
                .containsExactly(email);
    }

    private static ColumnMapping guess(String... header) {
        return ColumnMapping.guess(Arrays.asList(header), List.of());
    }

    private static List<String> words(ColumnMapping mapping) {
        return mapping.targets().stream().map(ColumnTarget::word).toList();
    }

    /** What of a contact is found in which column of a fixture. */
    private static Map<ContactField, String> mapped(String fixture) throws IOException {
        Map<ContactField, String> mapped = new LinkedHashMap<>();
        CsvPreview.Table preview = (CsvPreview.Table) CsvPreview.of(Csv.text(Csv.fixture(fixture)));
        for (MappedColumn column : preview.mapping().columns()) {
            if (column.target() instanceof ColumnTarget.Known(ContactField field)) {
                mapped.put(field, column.name());
            }
        }
        return mapped;
    }
}
