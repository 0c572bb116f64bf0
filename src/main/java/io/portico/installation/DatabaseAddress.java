package io.portico.installation;

import java.net.URI;
import java.util.Optional;

/** Where a database answers and whom it lets in. The password never shows in {@link #toString()}. */
record DatabaseAddress(String url, String user, String password) {
    private static final String NEEDED =
            "it must be the address of a PostgreSQL, like jdbc:postgresql://db.example.com:5432/portico";

    /**
     * Accepts {@code jdbc:postgresql://host:port/name} and the {@code postgresql://user:password@host/name} that
     * hosting providers hand out; user and password set beside it win over those in it.
     */
    static DatabaseAddress parse(String found, Optional<String> user, Optional<String> password) {
        URI uri = uri(found);
        String credentials = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
        int colon = credentials.indexOf(':');
        String userInUrl = colon < 0 ? credentials : credentials.substring(0, colon);
        String passwordInUrl = colon < 0 ? "" : credentials.substring(colon + 1);
        String jdbc = "jdbc:postgresql:"
                + uri.getRawSchemeSpecificPart().replace(credentials.isEmpty() ? "//" : "//" + credentials + "@", "//");
        return new DatabaseAddress(
                jdbc,
                user.orElseGet(() -> required(PercentCoding.decode(userInUrl))),
                password.orElseGet(() -> PercentCoding.decode(passwordInUrl)));
    }

    private static URI uri(String found) {
        String plain = found.startsWith("jdbc:") ? found.substring("jdbc:".length()) : found;
        try {
            URI uri = new URI(plain.replaceFirst("^postgres:", "postgresql:"));
            if ("postgresql".equals(uri.getScheme())
                    && uri.getRawAuthority() != null
                    && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (java.net.URISyntaxException e) {
            // Told below, together with addresses of other things.
        }
        throw Setting.DATABASE_URL.refused(masked(found), NEEDED);
    }

    private static String required(String user) {
        if (user.isEmpty()) {
            throw Setting.DATABASE_USER.refused("", "it must name the database user Portico connects as");
        }
        return user;
    }

    /** The address without whatever in it may be a password. */
    String shown() {
        return masked(url);
    }

    private static String masked(String url) {
        return PercentCoding.withoutPassword(url).replaceAll("(?i)(password=)[^&]*", "$1***");
    }

    @Override
    public String toString() {
        return user + " at " + shown();
    }
}
