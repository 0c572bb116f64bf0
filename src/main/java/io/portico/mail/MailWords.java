package io.portico.mail;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The four texts of a mail as somebody wrote them, with custom values; the body in Markdown. A button is always part of
 * the mail: only its words are written here, so no text can lose the way in.
 */
public record MailWords(String subject, String preheader, String body, String button) {
    private static final Pattern OWN = Pattern.compile("\\{\\{\\s*custom_values\\.([a-z0-9_]+)\\s*(?:\\||}})");

    public String of(TextPlace place) {
        return switch (place) {
            case SUBJECT -> subject;
            case PREHEADER -> preheader;
            case BODY -> body;
            case BUTTON -> button;
        };
    }

    /** The values of the workspace's own that they name, whether or not it has them. */
    public Set<CustomValue> ownValues() {
        return Arrays.stream(TextPlace.values())
                .flatMap(place -> OWN.matcher(of(place)).results())
                .map(found -> CustomValue.ofWorkspace(found.group(1)))
                .collect(Collectors.toSet());
    }

    /** Never the words: an operator may have pasted anything. */
    @Override
    public String toString() {
        return "MailWords[hidden]";
    }
}
