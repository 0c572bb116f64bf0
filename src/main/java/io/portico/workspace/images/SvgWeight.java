package io.portico.workspace.images;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much work a drawing is to paint: its elements with all that they refer to, as often as they do. Ten elements that
 * use each other ten times over weigh ten thousand million.
 */
class SvgWeight {
    static final long MOST = 50_000;

    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?#([^)'\"]+)");
    private static final Set<String> LAYERED = Set.of("opacity", "mask", "clip-path");
    private static final int OF_LAYER = 25;
    private static final int LETTERS_OF_ONE = 50;

    /** An element, and what it asks to be painted with it. */
    private static final class Part {
        private final List<Part> children = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private long own = 1;
        private long whole = -1;
    }

    private final Part root = new Part();
    private final Map<String, Part> byId = new HashMap<>();
    private final List<String> ofStyleSheets = new ArrayList<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final Set<Part> under = new HashSet<>();

    SvgWeight() {
        open.push(root);
    }

    void begin(String name) {
        var part = new Part();
        open.element().children.add(part);
        open.push(part);
    }

    void attribute(String name, String value) {
        Part part = open.element();
        switch (name) {
            case "id" -> byId.putIfAbsent(value, part);
            case "href" -> part.references.add(value.substring(1));
            case "class" -> part.references.addAll(ofStyleSheets);
            default -> {
                part.references.addAll(references(value));
                part.own += value.length() / LETTERS_OF_ONE;
            }
        }
        if (LAYERED.contains(name) || (name.equals("style") && LAYERED.stream().anyMatch(value::contains))) {
            part.own += OF_LAYER;
        }
    }

    /** Which element its rules are for is not looked at: each may be for any. */
    void styleSheet(String text) {
        ofStyleSheets.addAll(references(text));
    }

    void end() {
        open.pop();
    }

    void check() throws RefusedPicture {
        if (of(root) > MOST) {
            throw new RefusedPicture(new PictureFault.TooIntricate());
        }
    }

    private long of(Part part) {
        if (part.whole >= 0) {
            return part.whole;
        }
        if (!under.add(part)) {
            return MOST + 1;
        }
        long sum = part.own;
        for (Part child : part.children) {
            sum = Math.min(MOST + 1, sum + of(child));
        }
        for (String id : part.references) {
            Part target = byId.get(id);
            sum = Math.min(MOST + 1, sum + (target == null ? 0 : of(target)));
        }
        under.remove(part);
        part.whole = sum;
        return sum;
    }

    private static List<String> references(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1).strip())
                .toList();
    }
}
