package io.portico.mail.content;

import io.portico.mail.CustomText;
import java.util.List;

/** A stretch of a laid-out mail, which knows how to write itself for one recipient, escaped for where it stands. */
sealed interface Span {
    void writeTo(StringBuilder out, Filling filling);

    static String write(List<Span> spans, Filling filling) {
        var out = new StringBuilder(spans.size() * 64);
        spans.forEach(span -> span.writeTo(out, filling));
        return out.toString();
    }

    /** The same for everybody, and escaped already. */
    record Fixed(String text) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            out.append(text);
        }
    }

    /** A custom value in plain text: a header, the text part. */
    record Plain(CustomText.Piece.Value asked) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            out.append(CustomText.found(asked, filling.values()));
        }
    }

    /** A custom value in the text of HTML. */
    record InHtml(CustomText.Piece.Value asked) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            Html.escape(out, CustomText.found(asked, filling.values()));
        }
    }

    /** A link whose address has custom values in it; without an address that may be followed, its words alone. */
    record Link(List<CustomText.Piece> address, List<Span> label, String style) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            WebAddress.of(address, filling.values())
                    .ifPresentOrElse(
                            url -> Html.link(out, url, style, Span.write(label, filling)),
                            () -> label.forEach(span -> span.writeTo(out, filling)));
        }
    }

    /** The address of such a link in the text part, between the two texts; nothing when it may not be followed. */
    record PlainAddress(List<CustomText.Piece> address, String before, String after) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            WebAddress.of(address, filling.values())
                    .ifPresent(url -> out.append(before)
                            .append(url.startsWith("mailto:") ? url.substring("mailto:".length()) : url)
                            .append(after));
        }
    }

    /** Where the button leads. */
    record ButtonUrl(boolean html) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            if (html) {
                Html.escape(out, filling.buttonUrl());
            } else {
                out.append(filling.buttonUrl());
            }
        }
    }

    /** The digits to type. */
    record Digits() implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            out.append(filling.digits());
        }
    }

    /** The lines of a personal note. */
    record Note(boolean html) implements Span {
        @Override
        public void writeTo(StringBuilder out, Filling filling) {
            for (int i = 0; i < filling.note().size(); i++) {
                String line = filling.note().get(i);
                if (html) {
                    Html.escape(i == 0 ? out : out.append("<br>"), line);
                } else {
                    out.append(i == 0 ? "> " : "\n> ").append(line);
                }
            }
        }
    }
}
