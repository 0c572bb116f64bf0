package io.portico.installation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address like {@code bounces@example.com}, whose mail server lays {@code bounces+ANYTHING@} into the same mailbox. */
public record BounceAddress(String local, String domain) {
    /** What stands before the @ may have 64 characters (RFC 5321, 4.5.3.1.1), of which a mark and a plus take 53. */
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9][a-z0-9._-]{0,10})@([a-z0-9][a-z0-9-]*(?:\\.[a-z0-9][a-z0-9-]*)*)");

    static BounceAddress parse(String found) {
        Matcher form = FORM.matcher(found);
        if (!form.matches()) {
            throw Setting.BOUNCES_ADDRESS.refused(
                    found,
                    "it must be an address in lower case with at most 11 characters before the @, like bounces@example.com");
        }
        return new BounceAddress(form.group(1), form.group(2));
    }

    /** For example {@code bounces+0192…@example.com}. */
    public String with(String mark) {
        return local + "+" + mark + "@" + domain;
    }
}
