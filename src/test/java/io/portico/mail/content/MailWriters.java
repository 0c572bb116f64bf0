package io.portico.mail.content;

import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.util.List;

/** A mail writer without the rest of Portico. */
public final class MailWriters {
    private MailWriters() {}

    public static MailWriter real(Templates templates) {
        return new MailWriter(new MailTexts(), new CurrentValues(workspace -> List.of(), Clock.systemUTC()), templates);
    }
}
