package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTests {
    @ParameterizedTest
    @EnumSource(CsvDelimiter.class)
    void findsTheDelimiterByWhichRowsAreEven(CsvDelimiter delimiter) throws IOException {
        String text = "Name#Email#Tags\n\"García, Ana; María\"#ana@example.es#a\nKim#kim@example.com#\"b#c\"\n";
        assertThat(delimiterOf(text.replace('#', delimiter.character()))).isEqualTo(delimiter);
    }

    @Test
    void isNotMisledByCommasInsideUnquotedFields() throws IOException {
        assertThat(delimiterOf("Name;Email;Tags\nGarcía, Ana;ana@example.es;a,b,c\nKim, M;kim@example.com;d,e\n"))
                .isEqualTo(CsvDelimiter.SEMICOLON);
        assertThat(delimiterOf("Name,Email,Notes\nAna,ana@example.es,a;b;c\nKim,kim@example.com,d;e|f\tg\n"))
                .isEqualTo(CsvDelimiter.COMMA);
    }

    @Test
    void isNotMisledByABrokenRow() throws IOException {
        assertThat(delimiterOf("Name;Email\nAna;ana@example.es\n\"Kim;kim@example.com\nLee;lee@example.com\n"))
                .isEqualTo(CsvDelimiter.SEMICOLON);
    }

    @Test
    void obeysALineThatDeclaresTheDelimiter() throws IOException {
        assertThat(delimiterOf("\ufeffsep=;\r\na,b;c,d\r\n1,2;3,4\r\n")).isEqualTo(CsvDelimiter.SEMICOLON);
        assertThat(delimiterOf("sep=\t\na,b\tc\n")).isEqualTo(CsvDelimiter.TAB);
    }

    @Test
    void aFileOfOneColumnIsTakenForCommas() throws IOException {
        assertThat(delimiterOf("email\na@example.com\n")).isEqualTo(CsvDelimiter.COMMA);
        assertThat(delimiterOf("")).isEqualTo(CsvDelimiter.COMMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,email\nAna,ana@example.es", "이름,비고\n김민지,서울", "email", "", "col 1,col 2"})
    void firstRowIsAHeader(String text) throws IOException {
        assertThat(CsvDialect.guess(Csv.text(text)).header()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana,ana@example.es\nKim,kim@example.com", "ana@example.es", "김민지,010-1234-5678"})
    void firstRowIsAContactAlready(String text) throws IOException {
        assertThat(CsvDialect.guess(Csv.text(text)).header()).isFalse();
    }

    private static CsvDelimiter delimiterOf(String text) throws IOException {
        return CsvDialect.guess(Csv.text(text)).delimiter();
    }
}
