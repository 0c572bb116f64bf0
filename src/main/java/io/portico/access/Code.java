package io.portico.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Six digits mailed beside a link and typed by hand: for the wrong browser, or the installed app. */
public final class Code {
    /** How long a code lives, whatever its link's lifetime. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** So many wrong tries and the code is dead; the link lives on. */
    public static final int TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORGIVEN = Pattern.compile("[\\s\\p{Pd}\\p{Cf}.]");
    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    private final String digits;

    private Code(String digits) {
        this.digits = digits;
    }

    static Code random() {
        return new Code("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** Spaces, dashes, full-width digits and the invisible characters that come along when copied are forgiven. */
    public static Optional<Code> parse(String typed) {
        String plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC);
        String digits = FORGIVEN.matcher(plain).replaceAll("");
        return FORM.matcher(digits).matches() ? Optional.of(new Code(digits)) : Optional.empty();
    }

    /** The digits, for the one mail that hands them over. */
    public String reveal() {
        return digits;
    }

    /** Never the digits, so that a log line cannot leak them. */
    @Override
    public String toString() {
        return "Code[hidden]";
    }
}
