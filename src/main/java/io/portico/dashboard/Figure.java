package io.portico.dashboard;

import io.portico.contacts.PeopleFilter.Group;
import io.portico.kernel.Labelled;

/** A number on the dashboard: how many contacts belong to a {@link Group}, which lists exactly those. */
public enum Figure implements Labelled {
    INVITED(Group.INVITED),
    JOINED(Group.EVER_JOINED),
    JOINED_UNINVITED(Group.JOINED_UNINVITED),
    PENDING(Group.PENDING),
    EXPIRED(Group.EXPIRED),
    REVOKED(Group.REVOKED),
    BOUNCED(Group.BOUNCED),
    DISABLED(Group.DISABLED),
    ACTIVE(Group.ACTIVE);

    private final Group group;

    Figure(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** @throws IllegalArgumentException for a word that is no figure */
    static Figure of(String word) {
        return Labelled.of(Figure.class, word);
    }
}
