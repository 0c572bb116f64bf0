package io.portico.contacts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * First and last name out of one text: {@code 김민지}, {@code 남궁 민수}, {@code Kim Minji}, {@code Ana María García},
 * {@code Ludwig van Beethoven}, {@code García, Ana}. A single word is a first name.
 */
public record FullName(String first, String last) {
    private static final Pattern HANGUL = Pattern.compile("[가-힣]{2,5}");
    private static final Pattern HANGUL_WORDS = Pattern.compile("[가-힣]{1,2} [가-힣]{1,4}");
    private static final Set<String> SURNAMES_OF_TWO =
            Set.of("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방", "어금", "망절");

    /** A given name of two Korean syllables in Latin letters; with a Korean surname before it, it is the first name. */
    private static final Pattern ROMANISED_GIVEN_NAME = Pattern.compile(
            "(?:(?:[gkndtrmbpsjchwyl]|kk|tt|pp|ss|jj|ch|)(?:ae|eo|eu|oo|ee|ui|wa|wo|wi|ya|yeo|yo|yu|ye|oe|[aeiou])"
                    + "(?:ng|[nmklpt]|)-?){2}",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> ROMANISED_SURNAMES = Set.of(
            "kim", "lee", "yi", "rhee", "park", "bak", "pak", "choi", "choe", "jung", "jeong", "chung", "kang", "cho",
            "jo", "yoon", "yun", "jang", "chang", "lim", "im", "han", "oh", "seo", "suh", "shin", "sin", "kwon",
            "hwang", "ahn", "an", "song", "ryu", "yoo", "yu", "hong", "jeon", "ko", "go", "moon", "mun", "yang", "son",
            "bae", "baek", "paik", "heo", "huh", "nam", "shim", "sim", "noh", "roh", "ha", "kwak", "sung", "cha", "joo",
            "ju");

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "ter", "zu", "de", "del", "della", "di", "da", "dos", "das", "la", "le", "las",
            "los", "al", "el", "bin", "ibn", "ben", "mc", "mac", "st.");

    /** Takes one line in the composed form, with single spaces and none around it. The parts may be of any length. */
    public static FullName of(String text) {
        int comma = text.indexOf(',');
        if (comma > 0) {
            return new FullName(
                    text.substring(comma + 1).strip(), text.substring(0, comma).strip());
        }
        if (HANGUL.matcher(text).matches()) {
            return korean(text);
        }
        List<String> words = Arrays.asList(text.split(" "));
        return isSurnameFirst(text, words) ? new FullName(words.get(1), words.get(0)) : western(words);
    }

    private static FullName korean(String name) {
        int surname = name.length() > 2 && SURNAMES_OF_TWO.contains(name.substring(0, 2)) ? 2 : 1;
        return new FullName(name.substring(surname), name.substring(0, surname));
    }

    private static boolean isSurnameFirst(String text, List<String> words) {
        if (HANGUL_WORDS.matcher(text).matches()) {
            return true;
        }
        return words.size() == 2
                && isRomanisedSurname(words.get(0))
                && !isRomanisedSurname(words.get(1))
                && ROMANISED_GIVEN_NAME.matcher(words.get(1)).matches();
    }

    private static boolean isRomanisedSurname(String word) {
        return ROMANISED_SURNAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The last word is the last name, and the particles before it belong to it. */
    private static FullName western(List<String> words) {
        int last = words.size() - 1;
        while (last > 1 && PARTICLES.contains(words.get(last - 1).toLowerCase(Locale.ROOT))) {
            last--;
        }
        return last < 1
                ? new FullName(words.getFirst(), "")
                : new FullName(joined(words, 0, last), joined(words, last, words.size()));
    }

    private static String joined(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }
}
