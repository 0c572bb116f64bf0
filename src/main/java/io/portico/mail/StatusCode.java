package io.portico.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An enhanced status code by RFC 3463, such as 5.1.1. IP addresses and versions of programs look alike and are none.
 *
 * @param level the first number: 2 for success, 4 for what passes, 5 for what stays
 */
public record StatusCode(int level, int subject, int detail) {
    private static final int MAIL_SYSTEM = 3;
    private static final String CODE = "([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\w)";
    private static final Pattern IN_ITS_PLACE = Pattern.compile("(?:^|(?<![\\w.])[245]\\d\\d[ -])" + CODE);
    private static final Pattern ANYWHERE = Pattern.compile("(?<![\\w.])" + CODE);

    /**
     * The code a server gives: the one right behind a reply code or at the beginning (RFC 2034). Only where none is there it
     * is the first elsewhere that begins as the reply code does.
     *
     * @param reply the reply code by RFC 5321, such as 550
     */
    public static Optional<StatusCode> in(int reply, String text) {
        return all(IN_ITS_PLACE, text)
                .findFirst()
                .or(() -> all(ANYWHERE, text)
                        .filter(code -> code.level == reply / 100)
                        .findFirst());
    }

    private static Stream<StatusCode> all(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.results()
                .map(each -> new StatusCode(number(each.group(1)), number(each.group(2)), number(each.group(3))));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** It is the server's own mail system that is at fault (4.3.x), for now. */
    public boolean isPassingFaultOfServer() {
        return level == 4 && subject == MAIL_SYSTEM;
    }

    /** It says no more than that it failed for good (5.0.x). */
    public boolean isUnspecified() {
        return level == 5 && subject == 0;
    }

    @Override
    public String toString() {
        return level + "." + subject + "." + detail;
    }
}
