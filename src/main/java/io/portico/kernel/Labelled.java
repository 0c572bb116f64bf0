package io.portico.kernel;

import java.util.Locale;

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

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
