package io.portico.mail;

import io.portico.kernel.Labelled;
import io.portico.kernel.Language;

/**
 * A text that uses a custom value.
 *
 * @param what what kind of text it is, such as the template of a mail
 * @param path where the console shows it, below the workspace: {@code /settings/mails/invitation/en}
 */
public record ValueUse(Labelled what, Language language, String path) {}
