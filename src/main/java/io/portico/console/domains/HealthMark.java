package io.portico.console.domains;

import io.portico.domains.HostLook;
import io.portico.domains.tls.TlsCheck;
import io.portico.domains.tls.TlsState;
import io.portico.web.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * How DNS or TLS of a host is, in a word.
 *
 * @param more the sentence behind it
 */
public record HealthMark(String name, String tone, String word, String more) {
    static List<HealthMark> of(Texts texts, HostLook look) {
        var dns = new HealthMark(
                "DNS",
                RecordText.tone(look.address()),
                texts.label(look.address().state()),
                RecordText.of(texts, look.address()));
        return Stream.concat(Stream.of(dns), look.tls().map(shown -> of(texts, shown)).stream())
                .toList();
    }

    static HealthMark of(Texts texts, TlsCheck shown) {
        return new HealthMark("TLS", tone(shown.state()), texts.label(shown.state()), explained(texts, shown));
    }

    private static String tone(TlsState state) {
        return state == TlsState.VALID ? "good" : state.isBroken() ? "danger" : "warning";
    }

    /** What the certificate says of itself. */
    private static String explained(Texts texts, TlsCheck shown) {
        return switch (shown.state()) {
            case REFUSED -> texts.t("domains.tls.refused");
            case UNREACHABLE -> texts.t("domains.tls.unreachable");
            case VALID, EXPIRES_SOON, EXPIRED, WRONG_NAME, UNTRUSTED ->
                texts.t(
                        "domains.tls.certificate",
                        shown.issuer().orElse("–"),
                        shown.expiresAt().map(texts::time).orElse("–"));
        };
    }
}
