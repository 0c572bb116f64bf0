package io.portico.mail.content;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The texts of a mail went back to Portico's own; {@code text} is the template. */
@FactKind("mail_template.reset")
public record MailTemplateReset(String text) implements Fact {}
