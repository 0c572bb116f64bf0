package io.portico.mail.content;

import gg.jte.generated.precompiled.Templates;
import io.portico.mail.CustomText;
import io.portico.mail.CustomText.Piece;
import io.portico.mail.SingleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays mails out, once for many recipients. */
@Component
class Layouts {
    private final MailTexts texts;
    private final Templates templates;

    Layouts(MailTexts texts, Templates templates) {
        this.texts = texts;
        this.templates = templates;
    }

    MailLayout draw(LayoutOrder order, MailTextParts parts) {
        var slots = new Slots();
        String page = templates.mailMessage(message(order, parts, slots)).render();
        return new MailLayout(Slots.joined(plain(parts.subject())), slots.cut(page), Slots.joined(text(order, parts)));
    }

    private MailMessage message(LayoutOrder order, MailTextParts parts, Slots slots) {
        return new MailMessage(
                order.language(),
                slots.mark(html(parts.subject())),
                slots.mark(html(parts.preheader())),
                BrandHead.of(order.workspace().brand(), Slots.fixed(business(order)), order.portal()),
                slots.mark(HtmlBody.of(parts.body(), order.workspace().accent().value())),
                order.withNote()
                        ? Optional.of(new MailMessage.Note(
                                slots.mark(html(shared(order, "mail.note"))), slots.mark(new Span.Note(true))))
                        : Optional.empty(),
                new MailMessage.Button(
                        slots.mark(html(parts.button())),
                        slots.mark(new Span.ButtonUrl(true)),
                        slots.mark(html(shared(order, "mail.link")))),
                order.withCode()
                        ? Optional.of(new MailMessage.CodeToType(
                                slots.mark(html(shared(order, "mail.code"))),
                                slots.mark(new Span.Digits()),
                                slots.mark(html(shared(order, "mail.code.hint")))))
                        : Optional.empty(),
                new FootParts(texts, order).of(slots.mark(html(footer(order)))));
    }

    private static String business(LayoutOrder order) {
        return SingleLine.of(order.workspace().name());
    }

    private CustomText footer(LayoutOrder order) {
        return shared(order, order.toContact() ? "mail.footer.contact" : "mail.footer.operator");
    }

    private CustomText shared(LayoutOrder order, String key) {
        return texts.of(order.language(), key);
    }

    /** The text part: for those who read without HTML, by choice or by need. */
    private List<Span> text(LayoutOrder order, MailTextParts parts) {
        List<Span> out = new ArrayList<>(PlainBody.of(parts.body()));
        if (order.withNote()) {
            out.addAll(after("\n\n", shared(order, "mail.note")));
            out.add(new Span.Fixed("\n"));
            out.add(new Span.Note(false));
        }
        out.addAll(after("\n\n", parts.button()));
        out.add(new Span.Fixed(":\n"));
        out.add(new Span.ButtonUrl(false));
        if (order.withCode()) {
            out.addAll(after("\n\n", shared(order, "mail.code")));
            out.add(new Span.Fixed(": "));
            out.add(new Span.Digits());
            out.addAll(after("\n", shared(order, "mail.code.hint")));
        }
        out.addAll(after("\n\n-- \n" + business(order) + "\n", footer(order)));
        out.add(new Span.Fixed(new FootParts(texts, order).text() + "\n"));
        return out;
    }

    private static List<Span> after(String before, CustomText text) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span.Fixed(before));
        spans.addAll(plain(text));
        return spans;
    }

    private static List<Span> html(CustomText text) {
        return text.pieces().stream()
                .map(piece -> switch (piece) {
                    case Piece.Words(String words) -> (Span) new Span.Fixed(Html.escaped(words));
                    case Piece.Value value -> new Span.InHtml(value);
                })
                .toList();
    }

    private static List<Span> plain(CustomText text) {
        return text.pieces().stream()
                .map(piece -> switch (piece) {
                    case Piece.Words(String words) -> (Span) new Span.Fixed(words);
                    case Piece.Value value -> new Span.Plain(value);
                })
                .toList();
    }
}
