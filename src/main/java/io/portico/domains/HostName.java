package io.portico.domains;

import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.text.IDNA;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a host in the one spelling that DNS and browsers use for it: lower case, ASCII (labels of other scripts in
 * punycode, by UTS 46), no dot at the end. Whether a workspace may have it says {@link HostRules}.
 */
public record HostName(@JsonValue String value) {
    static final IDNA IDN = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);
    private static final Pattern FORM = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    public HostName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a host name: " + value);
        }
    }

    /** Empty for what is not in that spelling. */
    static Optional<HostName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new HostName(text)) : Optional.empty();
    }

    /** As people write it: {@code 고객.example.kr}. */
    public String shown() {
        return IDN.nameToUnicode(value, new StringBuilder(), new IDNA.Info()).toString();
    }

    /** Whether it is this name, or lies beneath it. */
    boolean isWithin(String name) {
        return value.equals(name) || value.endsWith("." + name);
    }

    @Override
    public String toString() {
        return value;
    }
}
