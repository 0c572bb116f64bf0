package io.portico.installation;

import java.util.Locale;

/** The settings by their environment variables; the key in {@code application.yaml} is {@link #key()}. */
enum Setting {
    PORT,
    DATA,
    URL,
    PORTAL_BASE,
    PORTAL_TARGET,
    DNS,
    SPF,
    TLS_ASK,
    TRUSTED_PROXIES,
    DATABASE_URL("portico.database.url"),
    DATABASE_USER("portico.database.user"),
    DATABASE_PASSWORD("portico.database.password"),
    DATABASE_POOL("portico.database.pool"),
    DATABASE_DURABLE("portico.database.durable"),
    DATABASE_BINARIES("portico.database.binaries"),
    SMTP_URL,
    BOUNCES_ADDRESS,
    BOUNCES_URL,
    SES_SECRET,
    POSTMARK_SECRET,
    MAILGUN_KEY,
    SECRET,
    WEBHOOK_ALLOW,
    DEMO;

    private final String key;

    Setting() {
        this.key = "portico." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Setting(String key) {
        this.key = key;
    }

    /** For example {@code portico.portal-base}. */
    String key() {
        return key;
    }

    /** For example {@code PORTICO_PORTAL_BASE}. */
    String variable() {
        return "PORTICO_" + name();
    }

    SettingRefused refused(String found, String needed) {
        return new SettingRefused(this, found, needed);
    }
}
