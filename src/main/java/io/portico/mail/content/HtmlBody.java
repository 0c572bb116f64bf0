package io.portico.mail.content;

import io.portico.mail.CustomText.Piece;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Draws a body as HTML for mail programs: every style in its attribute, classes for the dark colours alone. */
final class HtmlBody extends AbstractVisitor {
    private static final String TEXT = "font-size:16px;line-height:25px;color:#1b2130";
    private static final String PARAGRAPH = "<p class=\"ink\" style=\"margin:0 0 16px;" + TEXT + "\">";
    private static final String LIST = " class=\"ink\" style=\"margin:0 0 16px;padding:0 0 0 24px;" + TEXT + "\">";

    private final Markdown markdown;
    private final String linkStyle;
    private final List<Span> spans = new ArrayList<>();
    private boolean inLink;

    private HtmlBody(Markdown markdown, String accent) {
        this.markdown = markdown;
        this.linkStyle = "color:" + accent + ";text-decoration:underline";
    }

    /** @param accent the colour of links, as {@code #2f5bd0} */
    static List<Span> of(Markdown markdown, String accent) {
        var body = new HtmlBody(markdown, accent);
        markdown.document().accept(body);
        return List.copyOf(body.spans);
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean tight = paragraph.getParent() instanceof ListItem
                && paragraph.getParent().getParent() instanceof ListBlock list
                && list.isTight();
        around(paragraph, tight ? "" : PARAGRAPH, tight ? "" : "</p>\n");
    }

    @Override
    public void visit(Heading heading) {
        String size = heading.getLevel() == 1 ? "22px;line-height:29px" : "18px;line-height:25px";
        String tag = heading.getLevel() == 1 ? "h1" : "h2";
        around(
                heading,
                "<" + tag + " class=\"ink\" style=\"margin:8px 0 12px;font-size:" + size
                        + ";font-weight:600;color:#1b2130\">",
                "</" + tag + ">\n");
    }

    @Override
    public void visit(BulletList list) {
        around(list, "<ul" + LIST, "</ul>\n");
    }

    @Override
    public void visit(OrderedList list) {
        int start = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        around(list, "<ol" + (start == 1 ? "" : " start=\"" + start + "\"") + LIST, "</ol>\n");
    }

    @Override
    public void visit(ListItem item) {
        around(item, "<li style=\"margin:0 0 6px\">", "</li>\n");
    }

    @Override
    public void visit(BlockQuote quote) {
        around(
                quote,
                "<blockquote class=\"quote\" style=\"margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #d5d9e0\">",
                "</blockquote>\n");
    }

    @Override
    public void visit(ThematicBreak rule) {
        fixed(
                "<div class=\"rule\" style=\"margin:24px 0;height:1px;line-height:1px;font-size:0;background:#e3e6eb\">&nbsp;</div>\n");
    }

    @Override
    public void visit(StrongEmphasis strong) {
        around(strong, "<strong style=\"font-weight:600\">", "</strong>");
    }

    @Override
    public void visit(Emphasis emphasis) {
        around(emphasis, "<em>", "</em>");
    }

    @Override
    public void visit(Code code) {
        fixed("<code style=\"font-family:Menlo,Consolas,monospace;font-size:15px\">");
        words(code.getLiteral());
        fixed("</code>");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        fixed("<br>\n");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        fixed("<br>\n");
    }

    @Override
    public void visit(Link link) {
        List<Piece> address = markdown.pieces(link.getDestination());
        int from = spans.size();
        inLink = true;
        visitChildren(link);
        inLink = false;
        List<Span> label = List.copyOf(spans.subList(from, spans.size()));
        spans.subList(from, spans.size()).clear();
        spans.add(new Span.Link(address, label, linkStyle));
    }

    /** Its description: pictures from elsewhere would tell who reads the mail, and most programs hide them. */
    @Override
    public void visit(Image image) {
        visitChildren(image);
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
            switch (piece) {
                case Piece.Words(String words) -> fixed(Html.escaped(words));
                case Piece.Value value -> spans.add(value(value));
            }
        }
    }

    /** An address in the middle of a text is a link by itself. */
    private Span value(Piece.Value value) {
        Span words = new Span.InHtml(value);
        return value.value().isAddress() && !inLink ? new Span.Link(List.of(value), List.of(words), linkStyle) : words;
    }

    private void around(Node node, String before, String after) {
        fixed(before);
        visitChildren(node);
        fixed(after);
    }

    private void fixed(String html) {
        spans.add(new Span.Fixed(html));
    }
}
