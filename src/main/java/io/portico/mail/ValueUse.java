package io.portico.mail;

import io.portico.kernel.Language;

/** A text that uses a custom value. */
public sealed interface ValueUse {
    /** Where the console shows it, below the workspace: {@code /settings/mails/invitation/en}. */
    String path();

    /** The texts of a mail, in one language. */
    record InTemplate(MailTemplate template, Language language, String path) implements ValueUse {}

    /** A mail that an automation of this name writes. */
    record InAutomation(String name, String path) implements ValueUse {}
}
