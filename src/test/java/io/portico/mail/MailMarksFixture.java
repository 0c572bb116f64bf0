package io.portico.mail;

import io.portico.installation.BounceSettings;
import io.portico.installation.TestKeys;

/** Marks of an installation that hears of no bounces. */
public final class MailMarksFixture {
    private MailMarksFixture() {}

    public static MailMarks none() {
        return new MailMarks(TestKeys.random(), BounceSettings.NONE);
    }
}
