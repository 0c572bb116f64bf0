package io.portico.limits;

import static io.portico.limits.Measure.ADDRESS;
import static io.portico.limits.Measure.CONTACT;
import static io.portico.limits.Measure.KEY;
import static io.portico.limits.Measure.NETWORK;
import static io.portico.limits.Measure.WORKSPACE;

import java.time.Duration;
import java.util.List;

/**
 * The doors that strangers may knock at, and how often. Limits by network leave room for an office of fifty behind one
 * address that all come in at nine, each trying a few times.
 */
public enum Door {
    /** A contact asks for a sign-in mail. */
    PORTAL_SIGN_IN(
            of(ADDRESS, 10, Duration.ofMinutes(15)),
            of(NETWORK, 300, Duration.ofHours(1)),
            of(WORKSPACE, 10_000, Duration.ofHours(1))),
    /** A code is typed; the right one does not count. */
    CODE(
            of(ADDRESS, 15, Duration.ofMinutes(15)),
            of(NETWORK, 150, Duration.ofHours(1)),
            of(WORKSPACE, 3_000, Duration.ofHours(1))),
    /** A link is used that lets nobody in; one that does is not counted. */
    LINK(
            of(CONTACT, 300, Duration.ofHours(1)),
            of(NETWORK, 600, Duration.ofHours(1)),
            of(WORKSPACE, 20_000, Duration.ofHours(1))),
    /** "E-mail me a new link" on the page of a dead one. */
    RENEWAL(
            of(CONTACT, 10, Duration.ofMinutes(15)),
            of(NETWORK, 300, Duration.ofHours(1)),
            of(WORKSPACE, 10_000, Duration.ofHours(1))),
    /** An operator types address and password; the right ones do not count. Addresses have a lock of their own. */
    OPERATOR_SIGN_IN(of(NETWORK, 150, Duration.ofHours(1))),
    /** Not by address, which would let strangers keep its owner from asking; the mails have a cooldown of their own. */
    FORGOTTEN_PASSWORD(of(NETWORK, 60, Duration.ofHours(1))),
    PASSWORD_RESET(of(NETWORK, 200, Duration.ofHours(1))),
    SET_UP(of(NETWORK, 60, Duration.ofHours(1))),
    OPERATOR_INVITATION(of(NETWORK, 300, Duration.ofHours(1))),
    /** A program calls the address of an automation. */
    AUTOMATION_CALL(of(KEY, 300, Duration.ofMinutes(1))),
    /** A program calls an address that no automation has. */
    AUTOMATION_ADDRESS(of(NETWORK, 60, Duration.ofMinutes(15))),
    /** A report about a mail that is not signed, not readable or too long; those in order are not counted. */
    BOUNCES(of(NETWORK, 60, Duration.ofMinutes(15))),
    /** A program calls with its key. */
    API(of(KEY, 600, Duration.ofMinutes(1))),
    /** A program calls with what is no key; those that are one are not counted here. */
    API_KEY(of(NETWORK, 60, Duration.ofMinutes(15)));

    private final List<Limit> limits;

    Door(Limit... limits) {
        this.limits = List.of(limits);
    }

    List<Limit> limits() {
        return limits;
    }

    private static Limit of(Measure measure, int knocks, Duration period) {
        return new Limit(measure, knocks, period);
    }
}
