package io.portico.mail.content;

import io.portico.mail.MailWords;
import io.portico.mail.TextCheck.Fault;
import io.portico.mail.TextPlace;
import java.util.List;
import java.util.Map;

/** What became of the four texts of a mail that somebody wrote. */
public sealed interface WordsCheck {
    /** @param words as they were understood: single lines without breaks, breaks of one kind */
    record Accepted(MailWords words) implements WordsCheck {}

    /** What is wrong, place by place, in the order it stands there; places without fault are absent. */
    record Refused(Map<TextPlace, List<Fault>> faults) implements WordsCheck {
        public Refused {
            faults = Map.copyOf(faults);
        }
    }
}
