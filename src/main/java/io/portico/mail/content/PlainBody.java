package io.portico.mail.content;

import io.portico.mail.CustomText.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes a body as plain text: the same words, with addresses written out behind their links. */
final class PlainBody extends AbstractVisitor {
    private final Markdown markdown;
    private final List<Span> spans = new ArrayList<>();

    /** What stands at the beginning of every line: the signs of quotes, the indentation of lists. */
    private final Deque<String> margins = new ArrayDeque<>();

    private int number;
    private boolean begun;

    private PlainBody(Markdown markdown) {
        this.markdown = markdown;
    }

    static List<Span> of(Markdown markdown) {
        var body = new PlainBody(markdown);
        markdown.document().accept(body);
        return List.copyOf(body.spans);
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    /** The first block of a list's item goes on behind its sign. */
    private void block(Node node) {
        if (!(node.getParent() instanceof ListItem) || node.getPrevious() != null) {
            part(true);
        }
        visitChildren(node);
        begun = true;
    }

    private void part(boolean blankLine) {
        if (begun) {
            fixed("\n");
            if (blankLine) {
                fixed(margin().stripTrailing() + "\n");
            }
        }
        fixed(margin());
    }

    private String margin() {
        var margin = new StringBuilder();
        margins.descendingIterator().forEachRemaining(margin::append);
        return margin.toString();
    }

    @Override
    public void visit(BlockQuote quote) {
        if (begun) {
            fixed("\n" + margin().stripTrailing());
            begun = false;
            fixed("\n");
        }
        margins.push("> ");
        visitChildren(quote);
        margins.pop();
    }

    @Override
    public void visit(BulletList list) {
        visitChildren(list);
    }

    @Override
    public void visit(OrderedList list) {
        int outer = number;
        number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        visitChildren(list);
        number = outer;
    }

    @Override
    public void visit(ListItem item) {
        boolean first = item.getPrevious() == null && !(item.getParent().getParent() instanceof ListItem);
        boolean tight = item.getParent() instanceof ListBlock list && list.isTight();
        part(first || !tight);
        fixed(item.getParent() instanceof OrderedList ? number++ + ". " : "- ");
        begun = true;
        margins.push("   ");
        visitChildren(item);
        margins.pop();
    }

    @Override
    public void visit(ThematicBreak rule) {
        part(true);
        fixed("* * *");
        begun = true;
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        fixed("\n" + margin());
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        fixed("\n" + margin());
    }

    @Override
    public void visit(Link link) {
        List<Piece> address = markdown.pieces(link.getDestination());
        if (isItsOwnLabel(link)) {
            words(link.getDestination());
            return;
        }
        visitChildren(link);
        spans.add(new Span.PlainAddress(address, " (", ")"));
    }

    private static boolean isItsOwnLabel(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && (text.getLiteral().equals(link.getDestination())
                        || ("mailto:" + text.getLiteral()).equals(link.getDestination()));
    }

    @Override
    public void visit(Code code) {
        words(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        words(html.getLiteral());
    }

    @Override
    public void visit(Text text) {
        words(text.getLiteral());
    }

    private void words(String stretch) {
        for (Piece piece : markdown.pieces(stretch)) {
            spans.add(
                    switch (piece) {
                        case Piece.Words(String words) -> new Span.Fixed(words);
                        case Piece.Value value -> new Span.Plain(value);
                    });
        }
    }

    private void fixed(String text) {
        spans.add(new Span.Fixed(text));
    }
}
