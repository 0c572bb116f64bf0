package io.portico.mail.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks in a drawn page, and what stands there for a recipient. Drawing and escaping leave marks as they are. */
final class Slots {
    private static final Pattern MARK = Pattern.compile("\uE000(.)\uE001");
    private static final Pattern FOREIGN = Pattern.compile("[\uE000\uE001]");

    private final List<List<Span>> slots = new ArrayList<>();

    /** The mark for these. */
    String mark(List<Span> spans) {
        slots.add(spans);
        return "\uE000" + (char) ('\uE100' + slots.size() - 1) + "\uE001";
    }

    String mark(Span span) {
        return mark(List.of(span));
    }

    /** Text that is drawn as it is, and so must hold no mark. */
    static String fixed(String text) {
        return FOREIGN.matcher(text).replaceAll("\uFFFD");
    }

    /** The page as spans. */
    List<Span> cut(String page) {
        List<Span> spans = new ArrayList<>();
        Matcher marks = MARK.matcher(page);
        int from = 0;
        while (marks.find()) {
            spans.add(new Span.Fixed(page.substring(from, marks.start())));
            spans.addAll(slots.get(marks.group(1).charAt(0) - '\uE100'));
            from = marks.end();
        }
        spans.add(new Span.Fixed(page.substring(from)));
        return joined(spans);
    }

    /** Neighbours that are the same for everybody become one. */
    static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        var fixed = new StringBuilder();
        for (Span span : spans) {
            if (span instanceof Span.Fixed(String text)) {
                fixed.append(text);
            } else {
                flush(fixed, joined);
                joined.add(span);
            }
        }
        flush(fixed, joined);
        return List.copyOf(joined);
    }

    private static void flush(StringBuilder fixed, List<Span> into) {
        if (!fixed.isEmpty()) {
            into.add(new Span.Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }
}
