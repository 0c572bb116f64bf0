package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portico.installation.SmtpServer.StartTls;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SettingsTests {
    @Test
    void hasDefaultsForEverything() {
        Installation installation = settings().installation();

        assertThat(installation.consoleUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(installation.portal("acme")).isEqualTo(URI.create("http://acme.localhost:8080"));
        assertThat(installation.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(installation.smtp()).isEmpty();
        assertThat(installation.demo()).isFalse();
    }

    @Test
    void givesPortalsTheSchemeAndPortOfTheConsole() {
        Installation installation = settings(
                        "portico.url", "https://console.example.com/", "portico.portal-base", "clients.example.com")
                .installation();

        assertThat(installation.consoleUrl()).isEqualTo(URI.create("https://console.example.com"));
        assertThat(installation.portal("acme")).isEqualTo(URI.create("https://acme.clients.example.com"));
    }

    @Test
    void takesAnEmptySettingForNone() {
        assertThat(settings("portico.url", " ", "portico.smtp-url", "").installation())
                .isEqualTo(settings().installation());
    }

    @Test
    void readsAMailServer() {
        assertThat(smtp("smtp://us%40er:p%3Aa+ss@mail.example.com:2525?from=portal@example.com&starttls=required"))
                .isEqualTo(new SmtpServer(
                        "mail.example.com",
                        2525,
                        false,
                        StartTls.REQUIRED,
                        Optional.of("us@er"),
                        Optional.of("p:a+ss"),
                        "portal@example.com"));
    }

    @Test
    void usesTheMailUserAsSenderAndTheUsualPorts() {
        SmtpServer implicit = smtp("smtps://portal%40example.com:secret@mail.example.com");

        assertThat(implicit.implicitTls()).isTrue();
        assertThat(implicit.port()).isEqualTo(465);
        assertThat(implicit.from()).isEqualTo("portal@example.com");
        assertThat(implicit.toString()).doesNotContain("secret");
        assertThat(smtp("smtp://localhost?from=a@b.example"))
                .returns(587, SmtpServer::port)
                .returns(StartTls.OFFERED, SmtpServer::startTls);
    }

    @Test
    void readsADatabaseAddressAsProvidersHandItOut() {
        DatabaseAddress address = settings("portico.database.url", "postgres://ada:p%40ss@db.example.com:5433/portico")
                .database()
                .external()
                .orElseThrow();

        assertThat(address)
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db.example.com:5433/portico", "ada", "p@ss"));
        assertThat(address.toString()).doesNotContain("p@ss");
    }

    @Test
    void letsUserAndPasswordBesideTheAddressWin() {
        assertThat(settings(
                                "portico.database.url",
                                "jdbc:postgresql://db.example.com/portico?sslmode=require",
                                "portico.database.user",
                                "ada",
                                "portico.database.password",
                                " spaced ")
                        .database()
                        .external())
                .contains(new DatabaseAddress(
                        "jdbc:postgresql://db.example.com/portico?sslmode=require", "ada", " spaced "));
    }

    @ParameterizedTest
    @CsvSource({
        "portico.port, 80a, PORTICO_PORT",
        "portico.port, 65536, PORTICO_PORT",
        "portico.url, localhost:8080, PORTICO_URL",
        "portico.url, https://a.example/console, PORTICO_URL",
        "portico.portal-base, https://a.example, PORTICO_PORTAL_BASE",
        "portico.portal-base, Clients.Example, PORTICO_PORTAL_BASE",
        "portico.dns, ns.example.com, PORTICO_DNS",
        "portico.dns, '10.0.0.2,', PORTICO_DNS",
        "portico.dns, 10.0.0.2:99999, PORTICO_DNS",
        "portico.portal-target, https://a.example, PORTICO_PORTAL_TARGET",
        "portico.spf, v=spf1 -all, PORTICO_SPF",
        "portico.spf, include:a b, PORTICO_SPF",
        "portico.trusted-proxies, proxy.example.com, PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, '10.0.0.1,', PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, 10.0.0.0/33, PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, 10.0.0, PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, 256.0.0.1, PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, 10.0.0.1 10.0.0.2, PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, 2001:db8::/129, PORTICO_TRUSTED_PROXIES",
        "portico.trusted-proxies, *, PORTICO_TRUSTED_PROXIES",
        "portico.smtp-url, mail.example.com, PORTICO_SMTP_URL",
        "portico.smtp-url, smtp://mail.example.com:0?from=a@b.example, PORTICO_SMTP_URL",
        "portico.smtp-url, smtp://mail.example.com, PORTICO_SMTP_URL",
        "portico.smtp-url, smtp://mail.example.com?from=a@b.example&tls=on, PORTICO_SMTP_URL",
        "portico.smtp-url, smtp://mail.example.com?from=a@b.example&starttls=maybe, PORTICO_SMTP_URL",
        "portico.bounces-address, Bounces@example.com, PORTICO_BOUNCES_ADDRESS",
        "portico.bounces-address, much-too-long-a-name@example.com, PORTICO_BOUNCES_ADDRESS",
        "portico.bounces-address, bounces+x@example.com, PORTICO_BOUNCES_ADDRESS",
        "portico.bounces-url, imaps://mail.example.com/INBOX, PORTICO_BOUNCES_URL",
        "portico.webhook-allow, db.internal, PORTICO_WEBHOOK_ALLOW",
        "portico.webhook-allow, '10.0.0.0/8;127.0.0.1', PORTICO_WEBHOOK_ALLOW",
        "portico.demo, yes, PORTICO_DEMO",
        "portico.database.url, mysql://db.example.com/portico, PORTICO_DATABASE_URL",
        "portico.database.url, jdbc:postgresql://db.example.com/, PORTICO_DATABASE_URL",
        "portico.database.pool, 1, PORTICO_DATABASE_POOL",
    })
    void refusesAWrongSettingByItsNameInOneLine(String key, String found, String variable) {
        Settings settings = settings(key, found);

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> {
                    settings.installation();
                    settings.trustedProxies();
                    settings.hosts();
                    settings.permittedTargets();
                    settings.bounces();
                    settings.database();
                })
                .satisfies(refused -> assertThat(refused.line())
                        .startsWith(variable + " is \"" + found + "\": ")
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "portico.bounces-url, http://user:pass-word@mail.example.com, PORTICO_BOUNCES_URL",
        "portico.bounces-url, pop3s://user:pass-word@mail.example.com/Reports, PORTICO_BOUNCES_URL",
        "portico.bounces-url, imaps://user:pass-word@mail.example.com?ssl=off, PORTICO_BOUNCES_URL",
        "portico.ses-secret, pass-word, PORTICO_SES_SECRET",
        "portico.postmark-secret, pass-word/and/more/letters, PORTICO_POSTMARK_SECRET",
        "portico.mailgun-key, pass-word, PORTICO_MAILGUN_KEY"
    })
    void refusesAWrongSecretWithoutSayingIt(String key, String found, String variable) {
        Settings settings = settings(key, found);

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(settings::bounces)
                .satisfies(refused ->
                        assertThat(refused.line()).startsWith(variable + " is ").doesNotContain("pass-word", "\n"));
    }

    @Test
    void readsTheMailboxForBounces() {
        BounceSettings found = settings("portico.bounces-url", "imap://post%40x:p%3Aw@mail.example.com:1143/Re/ports")
                .bounces();

        assertThat(found.mailbox())
                .contains(new BounceMailbox("imap", "mail.example.com", 1143, "post@x", "p:w", "Re/ports", false));
        assertThat(settings("portico.bounces-url", "pop3s://a:b@mail.example.com")
                        .bounces()
                        .mailbox())
                .contains(new BounceMailbox("pop3s", "mail.example.com", 995, "a", "b", "INBOX", false));
        assertThat(settings().bounces()).isEqualTo(BounceSettings.NONE);
    }

    @Test
    void trustsNoProxyUnlessTold() {
        assertThat(settings().trustedProxies().include("127.0.0.1")).isFalse();
        TrustedProxies told = settings("portico.trusted-proxies", " 10.1.0.0/16, 192.0.2.7 ,2001:db8::/32")
                .trustedProxies();

        assertThat(List.of("10.1.2.3", "192.0.2.7", "2001:db8:5::1")).allMatch(told::include);
        assertThat(List.of("10.2.0.1", "192.0.2.8", "2001:db9::1", "127.0.0.1")).noneMatch(told::include);
    }

    @Test
    void asksForTheDatabaseUser() {
        Settings settings = settings("portico.database.url", "jdbc:postgresql://db.example.com/portico");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(settings::database)
                .withMessageStartingWith("PORTICO_DATABASE_USER is not set: ");
    }

    @ParameterizedTest
    @CsvSource({
        "portico.smtp-url, smtp://user:se@cret@mail.example.com:x",
        "portico.smtp-url, smtp://user:se?@cret@mail.example.com:x",
        "portico.smtp-url, smtp://user:se?cret@mail.example.com",
        "portico.database.url, postgresql://user:se@cret@",
    })
    void neverRepeatsAPassword(String key, String found) {
        Settings settings = settings(key, found);

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> {
                    settings.installation();
                    settings.trustedProxies();
                    settings.database();
                })
                .satisfies(refused -> assertThat(refused.line()).contains("***").doesNotContain("cret"));
    }

    @Test
    void keepsHostAndPortVisibleWhenItMasks() {
        Settings settings = settings("portico.smtp-url", "smtp://u:secret@mail.example.com:99999?from=a@b.com");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(settings::installation)
                .withMessageContaining("\"smtp://u:***@mail.example.com:99999?from=a@b.com\"");
    }

    private static SmtpServer smtp(String url) {
        return settings("portico.smtp-url", url).installation().smtp().orElseThrow();
    }

    private static Settings settings(String... pairs) {
        MockEnvironment environment = new MockEnvironment();
        for (int at = 0; at < pairs.length; at += 2) {
            environment.setProperty(pairs[at], pairs[at + 1]);
        }
        return new Settings(environment);
    }
}
