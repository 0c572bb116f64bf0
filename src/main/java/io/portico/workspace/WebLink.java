package io.portico.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page elsewhere that an operator links to: an {@code https} address with a host name, in ASCII, without a password. */
public record WebLink(@JsonValue String value) {
    public static final int LONGEST = 500;

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    @JsonCreator
    public WebLink {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an https address: " + value);
        }
    }

    public static Optional<WebLink> parse(String typed) {
        return Optional.of(typed.strip()).filter(WebLink::isValid).map(WebLink::new);
    }

    private static boolean isValid(String text) {
        try {
            return text.length() <= LONGEST && isOpenToAll(new URI(text));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isOpenToAll(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                && address.getRawUserInfo() == null
                && address.getHost() != null
                && HOST.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches()
                && address.toString().chars().allMatch(each -> each > ' ' && each < 127);
    }
}
