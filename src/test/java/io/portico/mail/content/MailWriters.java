package io.portico.mail.content;

import gg.jte.generated.precompiled.Templates;

/** A mail writer without the rest of Portico. */
public final class MailWriters {
    private MailWriters() {}

    public static MailWriter real(Templates templates) {
        return new MailWriter(new MailTexts(), templates);
    }
}
