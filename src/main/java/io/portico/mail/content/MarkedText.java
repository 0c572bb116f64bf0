package io.portico.mail.content;

import io.portico.mail.CustomText;
import io.portico.mail.CustomText.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A text whose custom values are replaced by marks of the same length, so that Markdown can be read without seeing them
 * and every position stays what it was. A mark is made of characters that no text has: those of Unicode's private area.
 */
final class MarkedText {
    private static final char MARK = '\uE000';
    private static final char REST = '\uE001';
    private static final char FIRST = '\uE100';
    private static final char REPLACEMENT = '\uFFFD';

    private final List<Piece.Value> values;
    private final String text;

    MarkedText(CustomText source) {
        this.values = source.pieces().stream()
                .filter(Piece.Value.class::isInstance)
                .map(Piece.Value.class::cast)
                .toList();
        this.text = marked(source.written());
    }

    String text() {
        return text;
    }

    private String marked(String written) {
        var marked = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char each = written.charAt(i);
            marked.append(each >= MARK && each <= '\uF8FF' ? REPLACEMENT : each);
        }
        for (int n = 0; n < values.size(); n++) {
            Piece.Value value = values.get(n);
            marked.setCharAt(value.start(), MARK);
            marked.setCharAt(value.start() + 1, (char) (FIRST + n));
            for (int i = value.start() + 2; i < value.end(); i++) {
                marked.setCharAt(i, REST);
            }
        }
        return marked.toString();
    }

    /** A stretch of the marked text as what it stands for. */
    List<Piece> pieces(String stretch) {
        List<Piece> pieces = new ArrayList<>();
        var words = new StringBuilder();
        for (int i = 0; i < stretch.length(); i++) {
            char each = stretch.charAt(i);
            int n = each == MARK && i + 1 < stretch.length() ? stretch.charAt(i + 1) - FIRST : -1;
            if (n >= 0 && n < values.size()) {
                flush(words, pieces);
                pieces.add(values.get(n));
                i++;
            } else if (each != MARK && each != REST) {
                words.append(each);
            }
        }
        flush(words, pieces);
        return pieces;
    }

    private static void flush(StringBuilder words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece.Words(words.toString()));
            words.setLength(0);
        }
    }
}
