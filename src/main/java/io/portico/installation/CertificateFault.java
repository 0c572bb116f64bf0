package io.portico.installation;

import java.security.cert.CertificateExpiredException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with the certificate of a mail server that was not trusted, in words a host can act on. */
public final class CertificateFault {
    private CertificateFault() {}

    /** Empty when the failure is none of the certificate. */
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> words(cause).stream())
                .reduce((outer, inner) -> inner);
    }

    private static Optional<String> words(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("The mail server's certificate has expired: " + message);
        }
        if (message.contains("unable to find valid certification path")) {
            return Optional.of(
                    "The mail server's certificate is self-signed, or of an authority that is not trusted here: "
                            + message);
        }
        boolean otherHost = message.startsWith("No subject alternative") || message.startsWith("No name matching");
        return otherHost
                ? Optional.of("The mail server's certificate is for another host: " + message)
                : Optional.empty();
    }
}
