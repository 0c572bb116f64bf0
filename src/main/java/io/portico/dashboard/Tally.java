package io.portico.dashboard;

import io.portico.contacts.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a contact counts for a figure on a day. {@link #of} is the one rule that says so; everything that counts applies
 * it to a contact's standing, and to nothing else.
 */
record Tally(Figure figure, LocalDate day) {
    /** The day of figures that tell how contacts stand now, whenever it began. */
    static final LocalDate ANY_DAY = LocalDate.EPOCH;

    /** Invited and joined count on the day it first happened, in the zone; active on the last UTC day of use. */
    static Set<Tally> of(Standing standing, ZoneId zone) {
        Set<Tally> tallies = new LinkedHashSet<>();
        addOn(tallies, Figure.INVITED, dayOf(standing.invitedAt(), zone));
        addOn(tallies, Figure.JOINED, dayOf(standing.joinedAt(), zone));
        addOn(tallies, Figure.ACTIVE, standing.lastSeenOn());
        figuresOfState(standing).forEach(figure -> tallies.add(new Tally(figure, ANY_DAY)));
        return tallies;
    }

    private static Set<Figure> figuresOfState(Standing standing) {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        if (standing.hasJoined() && !standing.wasInvited()) {
            figures.add(Figure.JOINED_UNINVITED);
        }
        switch (standing.state()) {
            case INVITED -> figures.add(Figure.PENDING);
            case EXPIRED -> figures.add(Figure.EXPIRED);
            case REVOKED -> figures.add(Figure.REVOKED);
            case BOUNCED -> figures.add(Figure.BOUNCED);
            case DISABLED -> figures.add(Figure.DISABLED);
            case NONE, JOINED -> {}
        }
        return figures;
    }

    private static void addOn(Set<Tally> tallies, Figure figure, @Nullable LocalDate day) {
        if (day != null) {
            tallies.add(new Tally(figure, day));
        }
    }

    private static @Nullable LocalDate dayOf(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }
}
