package io.portico.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ten letters and digits (50 bits) that stand in once for the code of an authenticator app. */
public final class RecoveryCode {
    /** So many are handed out together. */
    public static final int HANDFUL = 10;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern FORGIVEN = Pattern.compile("[\\s\\p{Pd}\\p{Cf}.]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private RecoveryCode(String text) {
        this.text = text;
    }

    static RecoveryCode random() {
        var text = new StringBuilder();
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(each -> text.append(ALPHABET.charAt(each)));
        return new RecoveryCode(text.toString());
    }

    static List<RecoveryCode> handful() {
        return Stream.generate(RecoveryCode::random).limit(HANDFUL).toList();
    }

    /** Forgives capitals, spaces, dashes, and letters that look like digits. */
    static Optional<RecoveryCode> parse(String typed) {
        String plain = FORGIVEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        String text = plain.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return FORM.matcher(text).matches() ? Optional.of(new RecoveryCode(text)) : Optional.empty();
    }

    /** The characters without a dash, for the hash. */
    String plain() {
        return text;
    }

    /** As it is written down, in two halves; for the one page that hands it over. */
    public String reveal() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }

    /** Never the code, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
