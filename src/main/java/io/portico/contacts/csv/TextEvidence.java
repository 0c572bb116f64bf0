package io.portico.contacts.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * What a file looks like when it is read in one encoding, counted over the whole of it.
 *
 * <p>Two accented Western letters in a row can be the code of a Korean syllable ({@code ÇÃ} in {@code CONCEIÇÃO}).
 * What gives them away: the syllable is one nobody uses, or it stands alone and touches a Latin letter.
 */
final class TextEvidence {
    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';
    private static final BitSet EVERYDAY_SYLLABLES = everydaySyllables();

    private long unreadable;
    private long beyondAscii;
    private long korean;

    private char before = ' ';
    private char beforeRun = ' ';
    private int run;
    private int everydayInRun;

    private TextEvidence() {}

    static TextEvidence of(CsvSource source, CsvEncoding encoding) throws IOException {
        TextEvidence evidence = new TextEvidence();
        char[] buffer = new char[8_192];
        try (Reader reader = CsvText.decoded(source, encoding)) {
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    evidence.add(buffer[i]);
                }
            }
        }
        evidence.add('\n');
        return evidence;
    }

    /** All of it, or at most one unreadable byte to ten characters that took several bytes and were right. */
    boolean isMostlyReadable() {
        return unreadable == 0 || beyondAscii >= 10 * unreadable;
    }

    boolean looksKorean() {
        return korean > 0 && korean * 10 >= (beyondAscii + unreadable) * 6;
    }

    private void add(char character) {
        if (isSyllable(character)) {
            extendRun(character);
        } else if (run > 0) {
            endRun(character);
        }
        if (character == CsvText.UNREADABLE) {
            unreadable++;
        } else if (character > 127) {
            beyondAscii++;
        }
        before = character;
    }

    private void extendRun(char syllable) {
        if (run == 0) {
            beforeRun = before;
        }
        run++;
        everydayInRun += EVERYDAY_SYLLABLES.get(syllable - FIRST_SYLLABLE) ? 1 : 0;
    }

    private void endRun(char after) {
        boolean accidental = run == 1 && (isLatin(beforeRun) || isLatin(after));
        boolean word = run > 1 && 2 * everydayInRun >= run;
        korean += accidental ? 0 : word ? run : everydayInRun;
        run = 0;
        everydayInRun = 0;
    }

    private static boolean isSyllable(char character) {
        return character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE;
    }

    private static boolean isLatin(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }

    /** The 2,350 syllables of KS X 1001, out of the 11,172 that CP949 knows. */
    private static BitSet everydaySyllables() {
        CharsetEncoder standard = Charset.forName("EUC-KR").newEncoder();
        BitSet syllables = new BitSet();
        for (char syllable = FIRST_SYLLABLE; syllable <= LAST_SYLLABLE; syllable++) {
            syllables.set(syllable - FIRST_SYLLABLE, standard.canEncode(syllable));
        }
        return syllables;
    }
}
