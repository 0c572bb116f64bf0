package io.portico.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Reads one written text from left to right: keeps words and known values, notes the rest as faults with their position.
 * Of Mustache (<a href="https://mustache.github.io/mustache.5.html">mustache(5)</a>) it takes variables alone.
 */
final class CustomTextReader {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** What follows the braces of all tags of Mustache that are no variables, and of its dialects. */
    private static final String SIGNS = "#^/><$!&={*@?%~+-:;";

    private final String written;
    private final TextPlace place;
    private final Vocabulary vocabulary;
    private final List<CustomText.Piece> pieces = new ArrayList<>();
    private final List<TextCheck.Fault> faults = new ArrayList<>();

    CustomTextReader(String written, TextPlace place, Vocabulary vocabulary) {
        this.written = written.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
        this.place = place;
        this.vocabulary = vocabulary;
    }

    TextCheck read() {
        int length = written.codePointCount(0, written.length());
        if (length > place.longest()) {
            var end = TextCheck.Position.of(written, written.offsetByCodePoints(0, place.longest()));
            return new TextCheck.Refused(List.of(new TextCheck.Fault.TooLong(end, length, place.longest())));
        }
        int from = 0;
        while (from < written.length()) {
            from = readFrom(from);
        }
        return faults.isEmpty()
                ? new TextCheck.Accepted(new CustomText(written, pieces))
                : new TextCheck.Refused(sorted(faults));
    }

    private static List<TextCheck.Fault> sorted(List<TextCheck.Fault> faults) {
        Comparator<TextCheck.Fault> byLine =
                Comparator.comparingInt(fault -> fault.at().line());
        return faults.stream()
                .sorted(byLine.thenComparingInt(fault -> fault.at().column()))
                .toList();
    }

    /** Returns where to read on. */
    private int readFrom(int from) {
        int open = written.indexOf(OPEN, from);
        int wordsEnd = open < 0 ? written.length() : open;
        words(from, wordsEnd);
        return open < 0 ? written.length() : tag(open);
    }

    private void words(int from, int end) {
        String words = written.substring(from, end);
        int stray = words.indexOf(CLOSE);
        if (stray >= 0) {
            faults.add(new TextCheck.Fault.Unreadable(at(from + stray), CLOSE));
        }
        if (!words.isEmpty()) {
            pieces.add(new CustomText.Piece.Words(words));
        }
    }

    private int tag(int open) {
        int inner = open + OPEN.length();
        int close = written.indexOf(CLOSE, inner);
        int next = written.indexOf(OPEN, inner);
        int lineEnd = written.indexOf('\n', inner);
        if (close < 0 || (next >= 0 && next < close && next > inner) || (lineEnd >= 0 && lineEnd < close)) {
            faults.add(new TextCheck.Fault.Unreadable(at(open), OPEN));
            return inner;
        }
        boolean third = written.startsWith("}", close + CLOSE.length()) && written.startsWith("{", inner);
        int end = close + CLOSE.length() + (third ? 1 : 0);
        value(open, end, written.substring(inner, close));
        return end;
    }

    private void value(int open, int end, String inside) {
        int bar = inside.indexOf('|');
        String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        String fallback = bar < 0 ? "" : SingleLine.of(inside.substring(bar + 1));
        if (name.isEmpty()) {
            faults.add(new TextCheck.Fault.Unreadable(at(open), OPEN));
        } else if (SIGNS.indexOf(name.charAt(0)) >= 0) {
            faults.add(new TextCheck.Fault.NotAValue(at(open), written.substring(open, end)));
        } else {
            vocabulary
                    .named(name)
                    .ifPresentOrElse(
                            value -> known(value, fallback, open, end),
                            () -> faults.add(new TextCheck.Fault.Unknown(at(open), name, vocabulary.nearest(name))));
        }
    }

    private void known(CustomValue value, String fallback, int open, int end) {
        if (value.isSecret() && !place.takesSecrets()) {
            faults.add(new TextCheck.Fault.Secret(at(open), value, place));
        } else if (value.isSecret() && mayBeInAnAddress(open)) {
            faults.add(new TextCheck.Fault.SecretInAddress(at(open), value));
        }
        pieces.add(new CustomText.Piece.Value(value, fallback, open, end));
    }

    /**
     * Whether what stands before it, with no space between, may be the beginning of an address: a mail program makes a link
     * of what looks like one. What a link leads to is judged as a whole, by Markdown.
     */
    private boolean mayBeInAnAddress(int open) {
        if (written.startsWith("](", open - 2) || written.startsWith("](<", open - 3)) {
            return false;
        }
        if (written.startsWith(CLOSE, open - CLOSE.length())) {
            return true;
        }
        for (CustomText.Piece before : pieces.reversed()) {
            switch (before) {
                case CustomText.Piece.Value value -> {
                    if (value.value().mayHoldAnAddress()) {
                        return true;
                    }
                }
                case CustomText.Piece.Words(String words) -> {
                    String unbroken = behindTheLastSpace(words);
                    if (unbroken.contains("://") || unbroken.contains("www.")) {
                        return true;
                    }
                    if (unbroken.length() < words.length()) {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    private static String behindTheLastSpace(String words) {
        int start = words.length();
        while (start > 0 && !Character.isWhitespace(words.charAt(start - 1))) {
            start--;
        }
        return words.substring(start).toLowerCase(Locale.ENGLISH);
    }

    private TextCheck.Position at(int index) {
        return TextCheck.Position.of(written, index);
    }
}
