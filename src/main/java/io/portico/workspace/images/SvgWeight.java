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
        private final String tag;
        private String id = "";
        private boolean hasClass;
        private long own = 1;
        private long whole = -1;

        Part(String tag) {
            this.tag = tag;
        }
    }

    private final Part root = new Part("");
    private final Map<String, Part> byId = new HashMap<>();
    private final SvgStyles styles = new SvgStyles();
    private final Deque<Part> open = new ArrayDeque<>();
    private final Set<Part> under = new HashSet<>();

    SvgWeight() {
        open.push(root);
    }

    void begin(String name) {
        var part = new Part(name);
        open.element().children.add(part);
        open.push(part);
    }

    void attribute(String name, String value) {
        Part part = open.element();
        switch (name) {
            case "id" -> {
                part.id = value;
                byId.putIfAbsent(value, part);
            }
            case "href" -> part.references.add(value.substring(1));
            case "class" -> part.hasClass = true;
            default -> {
                part.references.addAll(references(value));
                part.own += value.length() / LETTERS_OF_ONE;
            }
        }
        if (LAYERED.contains(name) || (name.equals("style") && LAYERED.stream().anyMatch(value::contains))) {
            part.own += OF_LAYER;
        }
    }

    /** Counts wherever it stands: its rules are for elements before it as well. */
    void styleSheet(String text) {
        styles.add(text);
    }

    void end() {
        open.pop();
    }

    void check() throws RefusedPicture {
        styles.read();
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
        sum = withTargets(sum, part.references);
        sum = withTargets(sum, styles.of(part.tag, part.id, part.hasClass));
        under.remove(part);
        part.whole = sum;
        return sum;
    }

    private long withTargets(long before, List<String> references) {
        long sum = before;
        for (String id : references) {
            Part target = byId.get(id);
            sum = Math.min(MOST + 1, sum + (target == null ? 0 : of(target)));
        }
        return sum;
    }

    static List<String> references(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1).strip())
                .toList();
    }
}
