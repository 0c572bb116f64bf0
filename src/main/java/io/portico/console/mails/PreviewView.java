package io.portico.console.mails;

import io.portico.kernel.Labelled;
import io.portico.mail.content.MailContent;

/** The ways to look at a mail that is being written. */
public enum PreviewView implements Labelled {
    DESKTOP,
    PHONE,
    DARK,
    TEXT;

    private static final String DARK_ONLY = "@media (prefers-color-scheme:dark)";

    /** The mail as it looks so; light and dark do not follow the operator's own screen. */
    String of(MailContent mail) {
        return switch (this) {
            case DESKTOP, PHONE ->
                mail.html().replace(DARK_ONLY, "@media not all").replace("light dark", "light");
            case DARK -> mail.html().replace(DARK_ONLY, "@media all").replace("light dark", "dark");
            case TEXT -> mail.text();
        };
    }

    static PreviewView of(String word) {
        return Labelled.parse(PreviewView.class, word).orElse(DESKTOP);
    }
}
