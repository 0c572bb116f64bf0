package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvPreviewTests {
    @Test
    void showsTheFirstRowsAndHowTheyAreTaken() throws IOException {
        CsvPreview.Table preview = (CsvPreview.Table)
                CsvPreview.of(Csv.text("이름;이메일\n" + "김민지;minji@example.com\n".repeat(80), CsvEncoding.CP949.charset()));
        assertThat(preview.dialect()).isEqualTo(new CsvDialect(CsvEncoding.CP949, CsvDelimiter.SEMICOLON, true));
        assertThat(preview.rows()).hasSize(CsvPreview.ROWS);
        assertThat(preview.mapping().columns()).extracting(MappedColumn::name).containsExactly("이름", "이메일");
    }

    @Test
    void showsAFileByTheDialectSomebodyChose() throws IOException {
        CsvDialect chosen = new CsvDialect(CsvEncoding.UTF_8, CsvDelimiter.PIPE, false);
        CsvPreview.Table preview = (CsvPreview.Table) CsvPreview.of(Csv.text("a,b\n1,2\n"), chosen);
        assertThat(preview.dialect()).isEqualTo(chosen);
        assertThat(preview.mapping().columns()).hasSize(1);
        assertThat(preview.rows()).hasSize(2);
    }

    @Test
    void aFileWithAHeaderOnlyHasColumnsAndNoRows() throws IOException {
        CsvPreview.Table preview = (CsvPreview.Table) CsvPreview.of(Csv.text("Name,Email\r\n"));
        assertThat(preview.mapping().columns()).hasSize(2);
        assertThat(preview.rows()).isEmpty();
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        assertThat(CsvPreview.of(Csv.text(""))).isInstanceOf(CsvPreview.Empty.class);
        assertThat(CsvPreview.of(Csv.text("\ufeffsep=,\r\n\r\n,,\r\n"))).isInstanceOf(CsvPreview.Empty.class);
    }

    @Test
    void aBrokenHeaderIsTold() throws IOException {
        assertThat(CsvPreview.of(Csv.text("Na\u0000me,Email\nAna,ana@example.es\n")))
                .isInstanceOfSatisfying(
                        CsvPreview.BrokenHeader.class,
                        preview -> assertThat(preview.header().fault()).isEqualTo(CsvFault.NUL_CHARACTER));
    }
}
