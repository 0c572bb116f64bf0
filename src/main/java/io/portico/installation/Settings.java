package io.portico.installation;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * The {@code portico.*} settings as the host wrote them, read through Spring's environment: command line, environment
 * variables, {@code application.yaml}. An empty value is the same as none. Each method checks what it reads and throws
 * {@link SettingRefused} for what cannot be used.
 */
record Settings(Environment environment) {
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final Pattern SPF =
            Pattern.compile("(?:include:|a:|mx:|exists:)[a-z0-9._-]{1,253}|ip4:[0-9./]{7,18}|ip6:[0-9a-f:./]{2,49}");

    Installation installation() {
        int port = port();
        return new Installation(consoleUrl(port), portalBase(), port, data(), smtp(), flag(Setting.DEMO, false));
    }

    DatabaseSettings database() {
        Path binaries = text(Setting.DATABASE_BINARIES)
                .map(found -> path(Setting.DATABASE_BINARIES, found))
                .orElseGet(() -> data().resolve("postgres-binaries"));
        return new DatabaseSettings(
                address(), number(Setting.DATABASE_POOL, 20, 2, 1000), flag(Setting.DATABASE_DURABLE, true), binaries);
    }

    Optional<String> secret() {
        return text(Setting.SECRET);
    }

    TrustedProxies trustedProxies() {
        return text(Setting.TRUSTED_PROXIES).map(Settings::proxies).orElse(TrustedProxies.NONE);
    }

    HostSettings hosts() {
        return new HostSettings(
                text(Setting.DNS).map(Settings::servers).orElse(List.of()),
                portalTarget(),
                spf(),
                word(Setting.TLS_ASK));
    }

    private static List<InetSocketAddress> servers(String found) {
        try {
            return DnsServers.parse(found);
        } catch (IllegalArgumentException e) {
            throw Setting.DNS.refused(
                    found, "it must be IP addresses of DNS servers with commas between, like 10.0.0.2,127.0.0.1:5353");
        }
    }

    private String portalTarget() {
        String target = text(Setting.PORTAL_TARGET)
                .orElseGet(() -> consoleUrl(port()).getHost().toLowerCase(Locale.ROOT));
        if (!HOST.matcher(target).matches() && text(Setting.PORTAL_TARGET).isPresent()) {
            throw Setting.PORTAL_TARGET.refused(
                    target, "it must be a host name in lower case that leads to this installation");
        }
        return target;
    }

    private Optional<String> spf() {
        Optional<String> mechanism = text(Setting.SPF);
        mechanism.filter(found -> !SPF.matcher(found).matches()).ifPresent(found -> {
            throw Setting.SPF.refused(
                    found,
                    "it must be one mechanism of SPF, like include:spf.example.com, a:mail.example.com or ip4:192.0.2.7");
        });
        return mechanism;
    }

    private static TrustedProxies proxies(String found) {
        try {
            return TrustedProxies.parse(found);
        } catch (IllegalArgumentException e) {
            throw Setting.TRUSTED_PROXIES.refused(
                    found, "it must be IP addresses or ranges with commas between, like 10.0.0.0/8,2001:db8::1");
        }
    }

    PermittedTargets permittedTargets() {
        return text(Setting.WEBHOOK_ALLOW).map(Settings::targets).orElse(PermittedTargets.NONE);
    }

    private static PermittedTargets targets(String found) {
        try {
            return PermittedTargets.parse(found);
        } catch (IllegalArgumentException e) {
            throw Setting.WEBHOOK_ALLOW.refused(
                    found, "it must be IP addresses or ranges with commas between, like 10.0.3.0/24,fd12::/48");
        }
    }

    /** From 0 to 65535; 0 asks for a free port, which {@link SettingsCheck} settles before anybody reads it. */
    int port() {
        return number(Setting.PORT, 8080, 0, 65_535);
    }

    Path data() {
        return path(Setting.DATA, text(Setting.DATA).orElse("data"));
    }

    void checkPortIsFree() throws IOException {
        try (var listening = new ServerSocket(port())) {
            listening.getLocalPort();
        } catch (BindException e) {
            throw portTaken(port());
        }
    }

    static SettingRefused portTaken(int port) {
        return Setting.PORT.refused(
                Integer.toString(port), "another program listens there; stop it or choose a free port");
    }

    private URI consoleUrl(int port) {
        return text(Setting.URL).map(Settings::webAddress).orElseGet(() -> URI.create("http://localhost:" + port));
    }

    private static URI webAddress(String found) {
        try {
            URI url = URI.create(found.replaceFirst("/$", ""));
            if (isWebAddress(url)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with addresses that parse but cannot be a console's.
        }
        throw Setting.URL.refused(
                found, "it must be the console's public address without a path, like https://portal.example.com");
    }

    private static boolean isWebAddress(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getPort() <= 65_535
                && url.getRawPath().isEmpty()
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private String portalBase() {
        String base = text(Setting.PORTAL_BASE).orElse("localhost");
        if (!HOST.matcher(base).matches() || base.length() > 190) {
            throw Setting.PORTAL_BASE.refused(
                    base, "it must be a domain in lower case, without scheme and port, like portal.example.com");
        }
        return base;
    }

    private Optional<SmtpServer> smtp() {
        return text(Setting.SMTP_URL).map(SmtpUrl::parse);
    }

    BounceSettings bounces() {
        return new BounceSettings(
                text(Setting.BOUNCES_ADDRESS).map(BounceAddress::parse),
                text(Setting.BOUNCES_URL).map(BounceMailboxUrl::parse),
                word(Setting.SES_SECRET),
                word(Setting.POSTMARK_SECRET),
                mailgunKey());
    }

    /** A secret that stands in a path or a password. */
    private Optional<String> word(Setting setting) {
        Optional<String> secret = text(setting);
        if (secret.filter(found -> !found.matches("[A-Za-z0-9_-]{20,200}")).isPresent()) {
            throw setting.refused("(hidden)", "it must be 20 to 200 letters, digits, dashes and underscores");
        }
        return secret;
    }

    private Optional<String> mailgunKey() {
        Optional<String> key = text(Setting.MAILGUN_KEY);
        if (key.filter(found -> !found.matches("[\\x21-\\x7e]{20,200}")).isPresent()) {
            throw Setting.MAILGUN_KEY.refused("(hidden)", "it must be the HTTP webhook signing key that Mailgun shows");
        }
        return key;
    }

    private Optional<DatabaseAddress> address() {
        return text(Setting.DATABASE_URL)
                .map(url -> DatabaseAddress.parse(
                        url,
                        text(Setting.DATABASE_USER),
                        Optional.ofNullable(environment.getProperty(Setting.DATABASE_PASSWORD.key()))));
    }

    private boolean flag(Setting setting, boolean otherwise) {
        String found = text(setting).orElse(Boolean.toString(otherwise));
        return switch (found) {
            case "true" -> true;
            case "false" -> false;
            default -> throw setting.refused(found, "it must be true or false");
        };
    }

    private int number(Setting setting, int otherwise, int least, int most) {
        String found = text(setting).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(found);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw setting.refused(found, "it must be a whole number from " + least + " to " + most);
    }

    private static Path path(Setting setting, String found) {
        try {
            return Path.of(found).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw setting.refused(found, "it must be the path of a folder");
        }
    }

    private Optional<String> text(Setting setting) {
        return Optional.ofNullable(environment.getProperty(setting.key()))
                .map(String::strip)
                .filter(found -> !found.isEmpty());
    }
}
