package io.portico.mail.content;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The texts of a mail were changed; {@code text} is the template. */
@FactKind("mail_template.changed")
public record MailTemplateChanged(String text) implements Fact {}
