package io.portico.workspace.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a drawing anew with its lines and areas alone. What says something about it, such as a title or an editor's
 * notes, is left out. What would do something, load something or repeat without end is refused and named.
 */
final class SvgCleaning {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DEEPEST = 48;

    private static final Set<String> DRAWN = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "style");
    private static final Set<String> LEFT_OUT = Set.of("title", "desc", "metadata");

    /** Loads, escapes that hide a word, and dashes, of which a line can have any number. */
    private static final Pattern REFUSED_IN_STYLE =
            Pattern.compile("@import|@font-face|stroke-dasharray|expression|\\\\|url\\(\\s*(?!['\"]?#)");

    private final SvgWeight weight = new SvgWeight();
    private final Deque<String> open = new ArrayDeque<>();
    private final XMLStreamReader in;
    private final XMLStreamWriter out;

    private SvgCleaning(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static byte[] of(byte[] content) throws RefusedPicture {
        var clean = new ByteArrayOutputStream(content.length);
        try {
            XMLStreamReader in = closedToTheWorld().createXMLStreamReader(new ByteArrayInputStream(content));
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(clean, "UTF-8");
            var cleaning = new SvgCleaning(in, out);
            cleaning.run();
            out.close();
            cleaning.weight.check();
            return clean.toByteArray();
        } catch (XMLStreamException | RuntimeException broken) {
            throw new RefusedPicture(new PictureFault.Broken(FileKind.SVG));
        }
    }

    private static XMLInputFactory closedToTheWorld() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void run() throws XMLStreamException, RefusedPicture {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS -> styleSheet(in.getText());
                default -> {}
            }
        }
    }

    private void begin() throws XMLStreamException, RefusedPicture {
        String name = in.getLocalName();
        boolean ofSvg = SVG.equals(in.getNamespaceURI());
        if (!ofSvg || LEFT_OUT.contains(name)) {
            refuseIf(name.equalsIgnoreCase("script"), "<script>");
            leaveOut();
            return;
        }
        refuseIf(!DRAWN.contains(name), "<" + name + ">");
        if (open.size() >= DEEPEST) {
            throw new RefusedPicture(new PictureFault.TooIntricate());
        }
        out.writeStartElement(name);
        if (open.isEmpty()) {
            out.writeDefaultNamespace(SVG);
        }
        open.push(name);
        weight.begin(name);
        attributes();
    }

    private void attributes() throws XMLStreamException, RefusedPicture {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i);
            refuseIf(name.toLowerCase(Locale.ROOT).startsWith("on"), name);
            refuseIf(name.equals("href") && !value.startsWith("#"), "href=\"" + beginning(value) + "\"");
            checkStyle(name + ":" + value);
            boolean known = in.getAttributeNamespace(i) == null
                    || in.getAttributeNamespace(i).isEmpty();
            if (known || name.equals("href")) {
                out.writeAttribute(name, value);
                weight.attribute(name, value);
            }
        }
    }

    private void styleSheet(String text) throws XMLStreamException, RefusedPicture {
        if (!open.isEmpty() && open.peek().equals("style")) {
            checkStyle(text);
            out.writeCharacters(text);
            weight.styleSheet(text);
        }
    }

    private static void checkStyle(String text) throws RefusedPicture {
        var found = REFUSED_IN_STYLE.matcher(text.toLowerCase(Locale.ROOT));
        if (found.find()) {
            throw new RefusedPicture(new PictureFault.InDrawing(found.group()));
        }
    }

    private void end() throws XMLStreamException {
        open.pop();
        weight.end();
        out.writeEndElement();
    }

    /** Goes on behind the element at hand, with all that is in it; a script is refused wherever it stands. */
    private void leaveOut() throws XMLStreamException, RefusedPicture {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                refuseIf(in.getLocalName().equalsIgnoreCase("script"), "<script>");
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static void refuseIf(boolean wrong, String found) throws RefusedPicture {
        if (wrong) {
            throw new RefusedPicture(new PictureFault.InDrawing(found));
        }
    }

    private static String beginning(String value) {
        return new String(
                value.substring(0, Math.min(40, value.length())).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }
}
