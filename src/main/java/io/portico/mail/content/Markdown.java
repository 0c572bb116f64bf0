package io.portico.mail.content;

import io.portico.mail.CustomText;
import io.portico.mail.CustomText.Piece;
import io.portico.mail.TextCheck.Fault;
import io.portico.mail.TextCheck.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A body as Markdown (CommonMark 0.31) understands it: headings, lists, quotes, rules, emphasis, code words and links.
 * Everything else, HTML and images above all, stays text.
 */
record Markdown(Node document, MarkedText source) {
    /** Quotes in quotes in quotes: more than anybody reads, and far less than drawing would bear. */
    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, BlockQuote.class, ListBlock.class, ThematicBreak.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    static Markdown of(CustomText text) {
        var source = new MarkedText(text);
        return new Markdown(PARSER.parse(source.text()), source);
    }

    List<Piece> pieces(String stretch) {
        return source.pieces(stretch);
    }

    /** Links that lead nowhere, and nesting that goes too deep. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Deque<Placed> rest = new ArrayDeque<>();
        rest.push(new Placed(document, 0));
        while (!rest.isEmpty()) {
            Placed each = rest.pop();
            if (each.depth() > DEEPEST) {
                return List.of(new Fault.TooDeep(at(each.node())));
            }
            if (each.node() instanceof Link link) {
                fault(link).ifPresent(faults::add);
            }
            for (Node child = each.node().getLastChild(); child != null; child = child.getPrevious()) {
                rest.push(new Placed(child, each.depth() + 1));
            }
        }
        return faults;
    }

    private Optional<Fault> fault(Link link) {
        List<Piece> address = pieces(link.getDestination());
        return WebAddress.secretBehindTheBeginning(address)
                .<Fault>map(secret -> new Fault.SecretInAddress(at(link), secret))
                .or(() -> WebAddress.mayBecomeOne(address)
                        ? Optional.empty()
                        : Optional.of(new Fault.BadLink(at(link), written(link.getDestination()))));
    }

    private String written(String stretch) {
        return pieces(stretch).stream()
                .map(piece -> switch (piece) {
                    case Piece.Words(String words) -> words;
                    case Piece.Value value -> value.value().tag();
                })
                .collect(Collectors.joining());
    }

    private record Placed(Node node, int depth) {}

    private Position at(Node node) {
        int index = node.getSourceSpans().stream()
                .findFirst()
                .map(SourceSpan::getInputIndex)
                .orElse(0);
        return Position.of(source.text(), index);
    }
}
