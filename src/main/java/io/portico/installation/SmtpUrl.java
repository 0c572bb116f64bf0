package io.portico.installation;

import io.portico.installation.SmtpServer.StartTls;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code smtp://user:password@host:587?from=portal@example.com} and {@code smtps://…}. The port defaults to 587,
 * with {@code smtps} to 465; {@code from} defaults to the user if that is an address; {@code starttls} is
 * {@code required}, {@code off}, or used when offered; with {@code dkim=sign} Portico signs mails from that address.
 */
final class SmtpUrl {
    private static final String NEEDED =
            "it must read like smtp://user:password@mail.example.com:587?from=portal@example.com";

    private final String found;
    private final URI uri;
    private final Map<String, String> query;

    private SmtpUrl(String found) {
        this.found = PercentCoding.withoutPassword(found);
        this.uri = uri(found);
        this.query = query();
    }

    /** @throws SettingRefused naming what is wrong, with the password masked */
    static SmtpServer parse(String found) {
        SmtpUrl url = new SmtpUrl(found);
        if (!Set.of("from", "starttls", "dkim").containsAll(url.query.keySet())) {
            throw url.refused("it may end in ?from=…&starttls=…&dkim=sign and nothing else");
        }
        boolean tls = "smtps".equals(url.uri.getScheme());
        return new SmtpServer(
                url.uri.getHost(),
                url.port(tls),
                tls,
                tls ? StartTls.OFF : url.startTls(),
                url.credential(0),
                url.credential(1),
                url.from(),
                url.signs());
    }

    private URI uri(String address) {
        try {
            URI parsed = URI.create(address);
            if (("smtp".equals(parsed.getScheme()) || "smtps".equals(parsed.getScheme()))
                    && parsed.getHost() != null
                    && (parsed.getRawPath().isEmpty() || parsed.getRawPath().equals("/"))) {
                return parsed;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with addresses of other things.
        }
        throw refused(NEEDED);
    }

    private int port(boolean tls) {
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refused("its port must be from 1 to 65535");
        }
        return uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
    }

    private StartTls startTls() {
        return switch (query.getOrDefault("starttls", "offered")) {
            case "offered" -> StartTls.OFFERED;
            case "required" -> StartTls.REQUIRED;
            case "off" -> StartTls.OFF;
            default -> throw refused("its starttls must be required or off");
        };
    }

    private boolean signs() {
        return switch (query.getOrDefault("dkim", "")) {
            case "" -> false;
            case "sign" -> true;
            default -> throw refused("its dkim must be sign, or left out");
        };
    }

    private String from() {
        String from =
                Optional.ofNullable(query.get("from")).or(() -> credential(0)).orElse("");
        if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw refused("it must name the sender's address, as in ?from=portal@example.com");
        }
        return from;
    }

    private Optional<String> credential(int index) {
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(info -> info.split(":", 2))
                .filter(parts -> parts.length > index && !parts[index].isEmpty())
                .map(parts -> PercentCoding.decode(parts[index]));
    }

    private Map<String, String> query() {
        return Optional.ofNullable(uri.getRawQuery()).stream()
                .flatMap(raw -> Arrays.stream(raw.split("&")))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair.length > 1 ? PercentCoding.decode(pair[1]) : "", (a, b) -> b));
    }

    private SettingRefused refused(String needed) {
        return Setting.SMTP_URL.refused(found, needed);
    }
}
