package io.portico.mail.content;

import io.portico.mail.CustomText;
import io.portico.mail.CustomText.Piece;
import io.portico.mail.CustomValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a link in a text: which may be followed, and how custom values stand in it. */
final class WebAddress {
    private static final Pattern FOLLOWED = Pattern.compile("(?i)(?:https?://[^\\s]|mailto:[^\\s]|tel:[0-9+]).*");
    private static final Pattern BEGUN = Pattern.compile("(?i)(?:https?://|mailto:|tel:).*");

    /** A host that is not at its end: what followed would be part of its name. */
    private static final Pattern OPEN_HOST = Pattern.compile("(?i)https?://[^/?#]*");

    private WebAddress() {}

    /** Whether it begins like one that may be followed; one that begins with a value is known for each recipient only. */
    static boolean mayBecomeOne(List<Piece> written) {
        return !written.isEmpty()
                && switch (written.getFirst()) {
                    case Piece.Words(String words) ->
                        (written.size() == 1 ? FOLLOWED : BEGUN).matcher(words).matches()
                                && (written.size() == 1
                                        || !OPEN_HOST.matcher(words).matches());
                    case Piece.Value value -> true;
                };
    }

    /** A value that lets somebody in and that the address would carry to where it leads. */
    static Optional<CustomValue> secretBehindTheBeginning(List<Piece> written) {
        return written.stream()
                .skip(1)
                .flatMap(piece -> piece instanceof Piece.Value value ? Stream.of(value.value()) : Stream.empty())
                .filter(CustomValue::isSecret)
                .findFirst();
    }

    /**
     * A value at the beginning is taken as an address; one further on is a part of it, and can add no part of its own. No
     * link comes of an address whose host would go on with a value.
     */
    static Optional<String> of(List<Piece> written, Map<CustomValue, String> values) {
        var url = new StringBuilder();
        for (Piece piece : written) {
            switch (piece) {
                case Piece.Words(String words) -> url.append(words);
                case Piece.Value value -> {
                    if (OPEN_HOST.matcher(url).matches()) {
                        return Optional.empty();
                    }
                    String found = CustomText.found(value, values);
                    url.append(url.isEmpty() ? found : part(found));
                }
            }
        }
        return Optional.of(url.toString().replace(" ", "%20")).filter(FOLLOWED.asMatchPredicate());
    }

    private static String part(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
