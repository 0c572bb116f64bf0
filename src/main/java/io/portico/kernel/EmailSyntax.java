package io.portico.kernel;

import io.portico.kernel.EmailAddress.Reason;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The grammar of {@link EmailAddress}: first the one form that is stored, then what is wrong with it.
 *
 * <p>{@link IDN} follows IDNA 2003, which drops invisible characters and turns {@code ß} into {@code ss}, that is, into
 * a domain somebody else may own. It is therefore asked only about labels of plain letters and digits; any other label
 * stays as typed and is refused for not being ASCII.
 */
final class EmailSyntax {
    /** Longer text is refused unread. */
    static final int LONGEST_TYPED = 1_000;

    private static final Pattern IDEOGRAPHIC_STOP = Pattern.compile("[\u3002\uff61]");
    private static final Pattern MAPPABLE_LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}-]+");
    /** Characters IDNA 2003 maps to other domains or to nothing, and letters that are drawn as nothing. */
    private static final Pattern TREACHEROUS =
            Pattern.compile("[ßẞς\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]");

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\u034f\u115f\u1160\u180b-\u180f\ufe00-\ufe0f]"
                    + "|[\\x{E0100}-\\x{E01EF}]");
    private static final Pattern DOT_ATOM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern HOST_NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern ADDRESS_LITERAL = Pattern.compile("\\[.*|[0-9.]+|[0-9a-f]*:[0-9a-f:.]*");

    private EmailSyntax() {}

    static String canonical(String typed) {
        String text = trimmed(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at + 1) + asciiDomain(text.substring(at + 1));
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static String asciiDomain(String domain) {
        if (isAscii(domain)) {
            return domain.toLowerCase(Locale.ROOT);
        }
        String dotted = IDEOGRAPHIC_STOP.matcher(domain).replaceAll(".");
        return Arrays.stream(dotted.split("\\.", -1))
                .map(EmailSyntax::asciiLabel)
                .collect(Collectors.joining("."));
    }

    private static String asciiLabel(String label) {
        if (isAscii(label)) {
            return label.toLowerCase(Locale.ROOT);
        }
        if (!MAPPABLE_LABEL.matcher(label).matches()
                || TREACHEROUS.matcher(label).find()) {
            return label;
        }
        try {
            return IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomainLabel) {
            return label;
        }
    }

    /** What is wrong with text in its {@link #canonical} form. */
    static Optional<Reason> fault(String text) {
        return formFault(text).or(() -> {
            int at = text.indexOf('@');
            return localFault(text.substring(0, at))
                    .or(() -> domainFault(text.substring(at + 1)))
                    .or(() -> when(text.length() > 254, Reason.TOO_LONG));
        });
    }

    private static Optional<Reason> formFault(String text) {
        return when(text.isEmpty(), Reason.EMPTY)
                .or(() -> when(hasInvisible(text), Reason.FORBIDDEN_CHARACTER))
                .or(() -> when(containsAnyOf(text, "<>"), Reason.DISPLAY_NAME))
                .or(() -> when(containsAnyOf(text, "\""), Reason.QUOTED))
                .or(() -> when(containsAnyOf(text, "()"), Reason.COMMENT))
                .or(() -> when(containsAnyOf(text, ",;") || text.indexOf('@') != text.lastIndexOf('@'), Reason.LIST))
                .or(() -> when(!text.contains("@"), Reason.NO_AT));
    }

    private static boolean hasInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == 127) {
                return true;
            }
            if (character > 127) {
                return INVISIBLE.matcher(text).find();
            }
        }
        return false;
    }

    private static Optional<Reason> localFault(String local) {
        return when(!isAscii(local), Reason.LOCAL_PART_NOT_ASCII)
                .or(() -> when(local.length() > 64, Reason.TOO_LONG))
                .or(() -> when(!DOT_ATOM.matcher(local).matches(), Reason.LOCAL_PART));
    }

    private static Optional<Reason> domainFault(String domain) {
        return when(ADDRESS_LITERAL.matcher(domain).matches(), Reason.ADDRESS_LITERAL)
                .or(() -> when(domain.length() > 253 || hasLongLabel(domain), Reason.TOO_LONG))
                .or(() -> when(!domain.isEmpty() && !domain.contains("."), Reason.SINGLE_LABEL))
                .or(() -> when(!HOST_NAME.matcher(domain).matches(), Reason.DOMAIN));
    }

    private static boolean hasLongLabel(String domain) {
        int labelEnd = -1;
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            if (dot - labelEnd > 64) {
                return true;
            }
            labelEnd = dot;
        }
        return domain.length() - labelEnd > 64;
    }

    private static boolean containsAnyOf(String text, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (text.indexOf(characters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Reason> when(boolean wrong, Reason reason) {
        return wrong ? Optional.of(reason) : Optional.empty();
    }
}
