package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetSafeCsvTests {
    @Test
    void writesWhatEverySpreadsheetReads() throws IOException {
        byte[] file = written(List.of(List.of("이름", "Note"), List.of("김민지", "says \"hi\",\nbye")));
        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo("\ufeff\"이름\",\"Note\"\r\n\"김민지\",\"says \"\"hi\"\",\nbye\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+82 10 1234 5678",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM",
                " =1+1",
                "\u00a0=1",
                "\ufeff=1",
                "'=1",
                "''+1",
                "-",
            })
    void noCellIsRunAsAFormulaAndEachComesBackAsItWas(String cell) throws IOException {
        byte[] file = written(List.of(List.of("x", cell)));
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"'" + cell + "\"");
        assertThat(Csv.rows(CsvSource.of(file), Csv.comma()))
                .containsExactly(new CsvRow.Fields(1, 1, List.of("x", cell)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'tis", "O'Neil", "a=b", "kim@example.com", "010-1234", "'", "''", ""})
    void otherCellsAreLeftAlone(String cell) throws IOException {
        assertThat(new String(written(List.of(List.of("x", cell))), StandardCharsets.UTF_8))
                .contains("\"x\",\"" + cell + "\"");
    }

    @Test
    void whateverIsWrittenIsReadBackTheSame() throws IOException {
        Random random = new Random(42);
        String alphabet = "ab ,;\t\"'\r\n=+-@|김민지ÇÃ＝＋\u00a0😀\ufeff";
        for (int file = 0; file < 300; file++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < 20; row++) {
                List<String> cells = new ArrayList<>(List.of("row " + row));
                for (int cell = 0; cell < 4; cell++) {
                    cells.add(random.ints(random.nextInt(8), 0, alphabet.codePointCount(0, alphabet.length()))
                            .mapToObj(i -> Character.toString(alphabet.codePointAt(alphabet.offsetByCodePoints(0, i))))
                            .collect(Collectors.joining()));
                }
                rows.add(cells);
            }
            assertThat(read(written(rows))).isEqualTo(rows);
        }
    }

    @Test
    void anExportIsImportedAsTheSameContacts() throws IOException {
        ContactDraft minji = new ContactDraft(
                Optional.of("민지"),
                Optional.of("김"),
                EmailAddress.parse("minji@example.com"),
                PhoneNumber.parse("+82 10 1234 5678"),
                List.of("VIP", "Retreat, spring", "say \"hi\"", "-draft-"),
                Optional.of("ko"),
                Optional.of(ZoneId.of("Asia/Seoul")),
                Optional.of("portal invite"),
                Map.of("Company", "=Acme; \"Studio\""));
        ContactDraft nameless = new ContactDraft(
                Optional.empty(),
                Optional.empty(),
                EmailAddress.parse("+odd@example.com"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        List<String> custom = List.of("Company");
        byte[] file = written(List.of(
                ContactExport.header(custom),
                ContactExport.cells(minji, custom),
                ContactExport.cells(nameless, custom)));

        assertThat(Csv.drafts(CsvSource.of(file))).containsExactly(minji, nameless);
    }

    private static byte[] written(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetSafeCsv csv = SpreadsheetSafeCsv.to(out)) {
            rows.forEach(csv::row);
        }
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] file) throws IOException {
        return Csv.rows(CsvSource.of(file), Csv.comma()).stream()
                .map(row -> ((CsvRow.Fields) row).fields())
                .toList();
    }
}
