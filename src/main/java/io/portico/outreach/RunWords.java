package io.portico.outreach;

import io.portico.kernel.Language;
import java.util.Optional;

/**
 * What the operator adds to the mails of a run.
 *
 * @param note personal words, plain text
 * @param language overrides the recipients' own
 */
public record RunWords(Optional<String> note, Optional<Language> language) {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 2000;

    public static final RunWords NONE = new RunWords(Optional.empty(), Optional.empty());

    public RunWords {
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note has at most 2000 characters");
        }
    }
}
