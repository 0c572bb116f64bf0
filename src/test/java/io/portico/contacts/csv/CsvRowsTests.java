package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTests {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesAnyLineEnd(String lineEnd) throws IOException {
        assertThat(Csv.rows("a,b\n1,2\n\n3,\n".replace("\n", lineEnd)))
                .containsExactly(row(1, 1, "a", "b"), row(2, 2, "1", "2"), row(4, 4, "3", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void keepsLineBreaksInsideQuotesAndCountsTheirLines(String lineEnd) throws IOException {
        assertThat(Csv.rows("a,\"x\ny\n\"\n1,2".replace("\n", lineEnd)))
                .containsExactly(row(1, 1, "a", "x\ny\n".replace("\n", lineEnd)), row(2, 4, "1", "2"));
    }

    @Test
    void readsQuotesCommasAndQuotedQuotes() throws IOException {
        assertThat(Csv.fields("\"a,b\",\"say \"\"hi\"\"\",\"\"\n5\" screen,x\"y,\"\"\"\"\n"))
                .containsExactly(List.of("a,b", "say \"hi\"", ""), List.of("5\" screen", "x\"y", "\""));
    }

    @Test
    void forgivesSpacesAroundQuotedFields() throws IOException {
        assertThat(Csv.fields("a, \"b, c\" ,d")).containsExactly(List.of("a", "b, c", "d"));
    }

    @Test
    void leavesBlankRowsOutButCountsThem() throws IOException {
        assertThat(Csv.rows("\n\na,b\n , \n,\n\"\"\n1,2\n\n\n,,,\n"))
                .containsExactly(row(3, 3, "a", "b"), row(7, 7, "1", "2"));
    }

    @Test
    void readsAFileOfOneColumnAndOneWithoutLineEnd() throws IOException {
        assertThat(Csv.fields("email\na@example.com\nb@example.com"))
                .containsExactly(List.of("email"), List.of("a@example.com"), List.of("b@example.com"));
        assertThat(Csv.fields("a,")).containsExactly(List.of("a", ""));
    }

    @Test
    void keepsTheHeaderApart() throws IOException {
        try (CsvRows rows = CsvRows.open(
                Csv.text("\nname,email\nAna,a@example.com"), Csv.comma().withHeader(true))) {
            assertThat(rows.header()).containsExactly("name", "email");
            assertThat(rows).toIterable().containsExactly(row(3, 3, "Ana", "a@example.com"));
        }
    }

    @Test
    void skipsByteOrderMarkAndTheLineThatDeclaresTheDelimiter() throws IOException {
        CsvDialect semicolon = new CsvDialect(CsvEncoding.UTF_8, CsvDelimiter.SEMICOLON, false);
        assertThat(Csv.rows(Csv.text("\ufeffsep=;\r\na;b\r\n1;2\r\n"), semicolon))
                .containsExactly(row(1, 2, "a", "b"), row(2, 3, "1", "2"));
        assertThat(Csv.rows(Csv.text("\"sep=;\"\na;b"), semicolon)).containsExactly(row(1, 2, "a", "b"));
        assertThat(Csv.rows(Csv.text("sep=;"), semicolon)).isEmpty();
        assertThat(Csv.rows(Csv.text("sep=;x\na"), semicolon)).containsExactly(row(1, 1, "sep=", "x"), row(2, 2, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "\n\n", " \r\n,,\r\n"})
    void anEmptyFileHasNoRows(String text) throws IOException {
        assertThat(Csv.rows(text)).isEmpty();
        try (CsvRows rows = CsvRows.open(Csv.text(text), Csv.comma().withHeader(true))) {
            assertThat(rows.header()).isEmpty();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void anUnclosedQuoteSpoilsItsOwnLineOnly() throws IOException {
        assertThat(Csv.rows("a,b\n1,\"2\n3,4\n5,6\n"))
                .containsExactly(
                        row(1, 1, "a", "b"),
                        broken(2, 2, 2, CsvFault.UNCLOSED_QUOTE, "2"),
                        row(3, 3, "3", "4"),
                        row(4, 4, "5", "6"));
    }

    @Test
    void anUnclosedQuoteDoesNotReachTheNextQuotedField() throws IOException {
        assertThat(Csv.rows(
                        "\"Kim,a@example.com\r\nLee,b@example.com\r\n\"Park, J\",c@example.com\r\nChoi,d@example.com"))
                .containsExactly(
                        broken(1, 1, 1, CsvFault.TEXT_AFTER_QUOTE, "Kim,a@example.com"),
                        row(2, 2, "Lee", "b@example.com"),
                        row(3, 3, "Park, J", "c@example.com"),
                        row(4, 4, "Choi", "d@example.com"));
    }

    @Test
    void anUnclosedQuoteInTheLastLineIsTold() throws IOException {
        assertThat(Csv.rows("a,b\n1,\"2"))
                .containsExactly(row(1, 1, "a", "b"), broken(2, 2, 2, CsvFault.UNCLOSED_QUOTE, "2"));
    }

    @Test
    void anUnclosedQuoteFarFromTheEndOfTheFileSpoilsItsOwnLineOnly() throws IOException {
        List<CsvRow> rows = Csv.rows("a,\"b\n" + "1,2\n".repeat(50_000));
        assertThat(rows.getFirst()).isInstanceOf(CsvRow.Broken.class);
        assertThat(rows).hasSize(50_001).last().isEqualTo(row(50_001, 50_001, "1", "2"));
    }

    @Test
    @Timeout(20)
    void eachOfManyStrayQuotesSpoilsItsOwnLineOnly() throws IOException {
        List<CsvRow> rows = Csv.rows("\"a\"\"b\n1,2\n".repeat(50_000));
        assertThat(rows).hasSize(100_000);
        assertThat(rows.stream().filter(CsvRow.Broken.class::isInstance)).hasSize(50_000);
    }

    @Test
    void textAfterAClosingQuoteSpoilsItsRowOnly() throws IOException {
        assertThat(Csv.rows("\"Kim \"the boss\" Lee\",x\n1,2\n"))
                .containsExactly(broken(1, 1, 1, CsvFault.TEXT_AFTER_QUOTE, "Kim "), row(2, 2, "1", "2"));
    }

    @Test
    void aFieldBreaksItsRowOnlyWhenItIsTooLong() throws IOException {
        String longest = "x".repeat(10_000);
        assertThat(Csv.rows(longest + ",1\n\"" + longest + "\",2\ny" + longest + ",3\n\"y" + longest + "\",4\n5,5"))
                .containsExactly(
                        row(1, 1, longest, "1"),
                        row(2, 2, longest, "2"),
                        broken(3, 3, 1, CsvFault.FIELD_TOO_LONG, "y" + "x".repeat(39)),
                        broken(4, 4, 1, CsvFault.FIELD_TOO_LONG, "y" + "x".repeat(39)),
                        row(5, 5, "5", "5"));
    }

    @Test
    void takes200ColumnsAndNotOneMore() throws IOException {
        assertThat(Csv.rows(",".repeat(199) + "x")).first().isInstanceOf(CsvRow.Fields.class);
        assertThat(Csv.rows(",".repeat(200) + "x\n1"))
                .containsExactly(broken(1, 1, 201, CsvFault.TOO_MANY_COLUMNS, "x"), row(2, 2, "1"));
    }

    @Test
    void aNulCharacterBreaksItsRowOnly() throws IOException {
        assertThat(Csv.rows("a,b\n1,x\u0000y\n3,4"))
                .containsExactly(
                        row(1, 1, "a", "b"), broken(2, 2, 2, CsvFault.NUL_CHARACTER, "x\ufffd"), row(3, 3, "3", "4"));
    }

    @Test
    void ofSeveralFaultsInARowTheFirstIsTold() throws IOException {
        assertThat(Csv.rows("a,\ufffd,\"b\"c,\u0000\n"))
                .containsExactly(broken(1, 1, 2, CsvFault.LOST_CHARACTER, "\ufffd"));
    }

    @Test
    void aBrokenHeaderIsTheFirstRow() throws IOException {
        try (CsvRows rows = CsvRows.open(
                Csv.text("na\u0000me,email\nAna,a@example.com"), Csv.comma().withHeader(true))) {
            assertThat(rows.header()).isEmpty();
            assertThat(rows.next()).isEqualTo(broken(1, 1, 1, CsvFault.NUL_CHARACTER, "na\ufffd"));
            assertThat(rows.next()).isEqualTo(row(2, 2, "Ana", "a@example.com"));
        }
    }

    @Test
    void takesOffTheApostropheThatGuardsAgainstFormulas() throws IOException {
        assertThat(Csv.fields("'+82 10,'=1+1,'tis,O'Neil"))
                .containsExactly(List.of("+82 10", "=1+1", "'tis", "O'Neil"));
    }

    @Test
    void countsTheRowsToImport() throws IOException {
        assertThat(CsvRows.count(Csv.text("name\n1\n\n\"2\n3"), Csv.comma().withHeader(true)))
                .isEqualTo(3);
    }

    @Test
    void aSourceThatFailsIsNoFaultOfTheFile() throws IOException {
        CsvSource failing =
                () -> new FilterInputStream(Csv.text("a,b\n".repeat(100_000)).open()) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        if (available() < 100_000) {
                            throw new IOException("connection lost");
                        }
                        return super.read(into, offset, length);
                    }
                };
        assertThatThrownBy(() -> Csv.rows(failing, Csv.comma()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("connection lost");
    }

    /** Against a parser from the shelf, on text that both must read alike. */
    @Test
    void readsWellFormedTextAsOthersDo() throws IOException {
        Random random = new Random(7);
        String[] cells = {
            "", "a", "김민지", "\"x,y\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "\"two\r\nlines\"", "it's", "5\""
        };
        for (int file = 0; file < 500; file++) {
            String text = random.ints(1 + random.nextInt(30))
                    .mapToObj(i -> random.ints(1 + random.nextInt(5), 0, cells.length)
                            .mapToObj(cell -> cells[cell])
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining(file % 2 == 0 ? "\r\n" : "\n"));
            assertThat(Csv.fields(text)).isEqualTo(readByFastCsv(text));
        }
    }

    private static List<List<String>> readByFastCsv(String text) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return reader.stream()
                    .map(CsvRecord::getFields)
                    .filter(fields -> !fields.stream().allMatch(String::isBlank))
                    .toList();
        }
    }

    private static CsvRow row(long row, long line, String... fields) {
        return new CsvRow.Fields(row, line, List.of(fields));
    }

    private static CsvRow broken(long row, long line, int column, CsvFault fault, String found) {
        return new CsvRow.Broken(row, line, column, fault, found);
    }
}
