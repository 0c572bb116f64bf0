package io.portico.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A custom value (merge tag), such as {@code contact.first_name}. The constants are in every workspace; beside them a
 * workspace has one for each custom field of its contacts and one for each value that it defined itself. Which of all
 * these a text may use says its {@link Vocabulary}.
 *
 * @param word as it is written between the braces
 */
public record CustomValue(String word, Kind kind) {
    /** What a value is, and so where it may stand. */
    public enum Kind {
        TEXT,
        /** An address of the portal; in HTML it becomes a link by itself. */
        ADDRESS,
        /** An address that lets in whoever opens it. */
        SECRET_ADDRESS,
        /** Digits that let in whoever types them. */
        SECRET_TEXT
    }

    public static final CustomValue CONTACT_NAME = text("contact.name");
    public static final CustomValue CONTACT_FIRST_NAME = text("contact.first_name");
    public static final CustomValue CONTACT_LAST_NAME = text("contact.last_name");
    public static final CustomValue CONTACT_EMAIL = text("contact.email");
    public static final CustomValue CONTACT_PHONE = text("contact.phone");
    public static final CustomValue WORKSPACE_NAME = text("workspace.name");
    public static final CustomValue WORKSPACE_DESCRIPTION = text("workspace.description");
    public static final CustomValue WORKSPACE_SUPPORT_EMAIL = text("workspace.support_email");
    public static final CustomValue WORKSPACE_FOOTER = text("workspace.footer");
    public static final CustomValue WORKSPACE_TERMS_URL = text("workspace.terms_url");
    public static final CustomValue WORKSPACE_PRIVACY_URL = text("workspace.privacy_url");
    /** Where its times are meant, such as {@code Asia/Seoul}. */
    public static final CustomValue WORKSPACE_TIME_ZONE = text("workspace.time_zone");

    public static final CustomValue PORTAL_URL = new CustomValue("portal.url", Kind.ADDRESS);
    public static final CustomValue PORTAL_LOGIN_URL = new CustomValue("portal.login_url", Kind.ADDRESS);
    /** The address that signs the recipient in, minted for this one mail. */
    public static final CustomValue PORTAL_MAGIC_LINK = new CustomValue("portal.magic_link", Kind.SECRET_ADDRESS);
    /** The same address; in an invitation it is what lets the recipient join. */
    public static final CustomValue PORTAL_INVITE_LINK = new CustomValue("portal.invite_link", Kind.SECRET_ADDRESS);

    public static final CustomValue PORTAL_CODE = new CustomValue("portal.code", Kind.SECRET_TEXT);
    public static final CustomValue PORTAL_LINK_EXPIRES_AT = text("portal.link_expires_at");
    public static final CustomValue OPERATOR_NAME = text("operator.name");
    public static final CustomValue OPERATOR_EMAIL = text("operator.email");

    /** What every text to a contact may use, in the order in which it is offered. */
    public static final List<CustomValue> STANDARD = List.of(
            CONTACT_FIRST_NAME,
            CONTACT_LAST_NAME,
            CONTACT_NAME,
            CONTACT_EMAIL,
            CONTACT_PHONE,
            WORKSPACE_NAME,
            WORKSPACE_DESCRIPTION,
            WORKSPACE_SUPPORT_EMAIL,
            WORKSPACE_FOOTER,
            WORKSPACE_TERMS_URL,
            WORKSPACE_PRIVACY_URL,
            WORKSPACE_TIME_ZONE,
            PORTAL_URL,
            PORTAL_LOGIN_URL,
            PORTAL_MAGIC_LINK,
            PORTAL_INVITE_LINK,
            PORTAL_CODE,
            PORTAL_LINK_EXPIRES_AT,
            OPERATOR_NAME,
            OPERATOR_EMAIL);

    private static final String FIELD = "contact.custom.";
    private static final String OWN = "custom_values.";
    private static final Pattern NO_KEY = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static CustomValue text(String word) {
        return new CustomValue(word, Kind.TEXT);
    }

    /**
     * That of a custom field: {@code contact.custom.annual_revenue} for {@code Annual Revenue (€)}. Fields that differ in
     * case and signs alone have the same.
     */
    public static CustomValue ofContactField(String field) {
        return text(FIELD + key(field));
    }

    /** That of a value the workspace defined: {@code custom_values.opening_hours}. */
    public static CustomValue ofWorkspace(String key) {
        return text(OWN + key);
    }

    private static String key(String field) {
        String plain = Normalizer.normalize(field, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return NO_KEY.matcher(plain).replaceAll("_").replaceAll("^_|_$", "");
    }

    public boolean isSecret() {
        return kind == Kind.SECRET_ADDRESS || kind == Kind.SECRET_TEXT;
    }

    /** Whether it is an address, or whoever fills it may write one into it. */
    boolean mayHoldAnAddress() {
        return isAddress() || word.startsWith(OWN) || word.startsWith(FIELD) || word.endsWith("_url");
    }

    public boolean isAddress() {
        return kind == Kind.ADDRESS || kind == Kind.SECRET_ADDRESS;
    }

    /** A mail that lacks it where its text asks for it would be useless. */
    public boolean isEssential() {
        return isAddress();
    }

    public boolean isOfContactField() {
        return word.startsWith(FIELD);
    }

    public boolean isOfWorkspace() {
        return word.startsWith(OWN);
    }

    /** Without the noun before it: {@code first_name}, {@code opening_hours}. */
    public String key() {
        return word.substring(word.lastIndexOf('.') + 1);
    }

    /** Ready to be put into a text. */
    public String tag() {
        return "{{" + word + "}}";
    }
}
