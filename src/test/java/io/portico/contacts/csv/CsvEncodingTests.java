package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEncodingTests {
    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String KOREAN = Csv.fixture("korean");

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "korean, UTF_8",
        "korean, CP949",
        "korean, UTF_16LE",
        "korean, UTF_16BE",
        "korean-surname, CP949",
        "korean-surname, UTF_16LE",
        "korean-surname, UTF_16BE",
        "german, UTF_8",
        "german, WINDOWS_1252",
        "german, UTF_16LE",
        "german, UTF_16BE",
        "spanish, UTF_8",
        "spanish, WINDOWS_1252",
        "french, UTF_8",
        "french, WINDOWS_1252",
        "portuguese-capitals, WINDOWS_1252",
        "highlevel, WINDOWS_1252",
        "hubspot, WINDOWS_1252",
        "mailchimp, WINDOWS_1252",
        "google-contacts, UTF_16LE",
    })
    void knowsTheEncodingOfARealFile(String fixture, CsvEncoding encoding) throws IOException {
        CsvSource file = Csv.text(Csv.fixture(fixture), encoding.charset());
        assertThat(CsvEncoding.guess(file)).isEqualTo(encoding);
        assertThat(Csv.rows(file, CsvDialect.guess(file)))
                .isEqualTo(Csv.rows(Csv.text(Csv.fixture(fixture)), CsvDialect.guess(Csv.text(Csv.fixture(fixture)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF_8", "UTF_16LE", "UTF_16BE"})
    void obeysAByteOrderMark(CsvEncoding encoding) throws IOException {
        CsvSource file = Csv.text("\ufeff" + KOREAN, encoding.charset());
        assertThat(CsvEncoding.guess(file)).isEqualTo(encoding);
        assertThat(CsvPreview.of(file)).isEqualTo(CsvPreview.of(Csv.text(KOREAN, encoding.charset())));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"UTF_8", "CP949"})
    void findsTheOneKoreanNameAtTheEndOfALongFile(CsvEncoding encoding) throws IOException {
        String text = "name,email\n" + "Ana,ana@example.com\n".repeat(90_000) + "김민지,minji@example.com\n";
        assertThat(CsvEncoding.guess(Csv.text(text, encoding.charset()))).isEqualTo(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ángel", "O’Neil", "“Ärzte”", "ÇÃO", "CONCEIÇÃO", "5°C", "AÇÃO Müßig", "Straße ÄÖÜ"})
    void aSingleWesternNameIsNotTakenForKorean(String name) throws IOException {
        assertThat(CsvEncoding.guess(Csv.text("name\n" + name + "\n", WINDOWS_1252)))
                .isEqualTo(CsvEncoding.WINDOWS_1252);
    }

    @ParameterizedTest
    @ValueSource(strings = {"김", "펲시", "LG전자", "(주)한국", "Kim 민지"})
    void aSingleKoreanNameIsEnough(String name) throws IOException {
        assertThat(CsvEncoding.guess(Csv.text("name\n" + name + "\n", CP949))).isEqualTo(CsvEncoding.CP949);
    }

    @Test
    void takesPlainAsciiAndNothingAtAllForUtf8() throws IOException {
        assertThat(CsvEncoding.guess(Csv.text("name,email\nAna,ana@example.com\n")))
                .isEqualTo(CsvEncoding.UTF_8);
        assertThat(CsvEncoding.guess(Csv.text(""))).isEqualTo(CsvEncoding.UTF_8);
    }

    @Test
    void oneBadByteDoesNotGarbleAllTheOthers() throws IOException {
        assertThat(CsvEncoding.guess(broken(KOREAN.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(CsvEncoding.UTF_8);
        assertThat(CsvEncoding.guess(broken(KOREAN.getBytes(CP949)))).isEqualTo(CsvEncoding.CP949);
    }

    @Test
    void bytesThatAreNoCharacterAreToldByRowAndColumnAndTheOtherRowsAreRead() throws IOException {
        byte[] bytes = "name,email\nAna,ana@example.es\nI?igo,inigo@example.es\nZoe,zoe@example.fr\n"
                .replace('?', 'ñ')
                .getBytes(WINDOWS_1252);
        assertThat(Csv.rows(CsvSource.of(bytes), Csv.comma()))
                .containsExactly(
                        new CsvRow.Fields(1, 1, List.of("name", "email")),
                        new CsvRow.Fields(2, 2, List.of("Ana", "ana@example.es")),
                        new CsvRow.Broken(3, 3, 1, CsvFault.UNREADABLE_BYTES, "I\ufffd"),
                        new CsvRow.Fields(4, 4, List.of("Zoe", "zoe@example.fr")));
    }

    @Test
    void koreanReadAsUtf8IsNeverStoredGarbled() throws IOException {
        CsvDialect wrong = new CsvDialect(CsvEncoding.UTF_8, CsvDelimiter.COMMA, true);
        assertThat(Csv.rows(Csv.text(KOREAN, CP949), wrong))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                CsvRow.Broken.class,
                                broken -> assertThat(broken.fault()).isEqualTo(CsvFault.UNREADABLE_BYTES)));
    }

    @Test
    void aCharacterThatWasLostBeforeIsTold() throws IOException {
        assertThat(Csv.rows("I\ufffdigo,a@example.es"))
                .containsExactly(new CsvRow.Broken(1, 1, 1, CsvFault.LOST_CHARACTER, "I\ufffd"));
    }

    @Test
    void halfACharacterAtTheEndOfUtf16IsTold() throws IOException {
        assertThat(Csv.rows(
                        Csv.bytes('a', 0, ',', 0, 'b', 0, 'c'),
                        new CsvDialect(CsvEncoding.UTF_16LE, CsvDelimiter.COMMA, false)))
                .containsExactly(new CsvRow.Broken(1, 1, 2, CsvFault.UNREADABLE_BYTES, "b\ufffd"));
    }

    private static CsvSource broken(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[copy.length - 1] = (byte) 0xFF;
        return CsvSource.of(copy);
    }
}
