package io.portico.contacts;

import io.portico.contacts.csv.TagList;
import java.util.List;
import java.util.Optional;

/** The tags of a contact as people type them: separated by commas, in their order, none twice in any spelling. */
public final class Tags {
    public static final int MOST = TagList.MOST;
    public static final int LONGEST = TagList.LONGEST;

    private Tags() {}

    /** What was typed, or why it cannot be taken. */
    public sealed interface Check {
        record Accepted(List<String> tags) implements Check {
            public Accepted {
                tags = List.copyOf(tags);
            }
        }

        record TooMany(int found) implements Check {}

        record TooLong(String tag) implements Check {}
    }

    public static Check check(String typed) {
        List<String> tags = TagList.split(typed);
        Optional<String> tooLong =
                tags.stream().filter(tag -> tag.length() > LONGEST).findFirst();
        if (tooLong.isPresent()) {
            return new Check.TooLong(tooLong.get());
        }
        return tags.size() > MOST ? new Check.TooMany(tags.size()) : new Check.Accepted(tags);
    }

    /** As {@link #check} takes it apart again. */
    public static String join(List<String> tags) {
        return TagList.join(tags);
    }
}
