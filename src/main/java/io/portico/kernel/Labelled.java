package io.portico.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enum whose constants are shown to people: each has a message under {@link #labelKey()} in every bundle. */
public interface Labelled {
    String name();

    /** Such as {@code membership-state.joined} for {@code MembershipState.JOINED}. */
    default String labelKey() {
        return kebab(
                        getClass().isEnum()
                                ? getClass().getSimpleName()
                                : getClass().getSuperclass().getSimpleName()) + "." + word();
    }

    /** The constant as it stands in URLs, the database and the API: {@code NO_ADDRESS} is {@code no-address}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of this {@link #word}; empty when there is none. */
    static <E extends Enum<E> & Labelled> Optional<E> parse(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.word().equals(word))
                .findFirst();
    }

    /** @throws IllegalArgumentException for a word that stands for no constant */
    static <E extends Enum<E> & Labelled> E of(Class<E> type, String word) {
        return parse(type, word)
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + ": " + word));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
