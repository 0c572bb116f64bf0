package io.portico.contacts;

import io.portico.kernel.Labelled;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Which contacts are meant, also by "all that match".
 *
 * @param text any part of name, e-mail or phone; every word of it must be found; empty for all; cut to 200 characters
 * @param group a membership state or one of the dashboard's figures
 * @param tag exactly one of the contact's tags
 */
public record PeopleFilter(String text, Optional<Group> group, Optional<String> tag) {
    public static final PeopleFilter ALL = new PeopleFilter("", Optional.empty(), Optional.empty());
    private static final int LONGEST_TEXT = 200;

    public PeopleFilter {
        text = plain(text);
        tag = tag.map(PeopleFilter::plain).filter(word -> !word.isEmpty());
    }

    public boolean isAll() {
        return equals(ALL);
    }

    private static String plain(String typed) {
        String line = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return line.substring(0, Math.min(line.length(), LONGEST_TEXT));
    }

    /** The groups of contacts that can be listed: the states, and the dashboard's figures. */
    public enum Group implements Labelled {
        NONE("state = 'none'"),
        /** Invited and not joined, the invitation alive. */
        PENDING("state = 'invited'"),
        JOINED("state = 'joined'"),
        EXPIRED("state = 'expired'"),
        REVOKED("state = 'revoked'"),
        BOUNCED("state = 'bounced'"),
        DISABLED("state = 'disabled'"),
        /** Whatever has become of the invitation. */
        INVITED("invited_at is not null"),
        EVER_JOINED("joined_at is not null"),
        JOINED_UNINVITED("joined_at is not null and invited_at is null"),
        ACTIVE("last_seen_on > cast(:today as date) - 30");

        private final String condition;

        Group(String condition) {
            this.condition = condition;
        }

        /** As a condition on the table contact, with the day it is in UTC as {@code :today}. */
        String condition() {
            return condition;
        }

        public static Optional<Group> parse(String word) {
            return Labelled.parse(Group.class, word);
        }
    }
}
