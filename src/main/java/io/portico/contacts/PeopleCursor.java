package io.portico.contacts;

import io.portico.kernel.ContactId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/**
 * The place in a list from which it goes on, forward or back. It travels through the browser as opaque text; whatever
 * comes back that is no cursor for the order at hand means the first page.
 *
 * @param key what the contact at that place is sorted by; for times an ISO instant, or empty for never
 */
record PeopleCursor(boolean back, String key, ContactId id) {
    private static final int LONGEST = 2_000;
    private static final int UUID_LENGTH = 36;

    static PeopleCursor at(PeopleStore.Listed place, PeopleOrder order, boolean back) {
        Contact contact = place.contact();
        String key = switch (order.by()) {
            case NAME -> place.nameKey();
            case CREATED -> contact.createdAt().toString();
            case LAST_SIGN_IN -> contact.lastSignInAt().map(Instant::toString).orElse("");
        };
        return new PeopleCursor(back, key, contact.id());
    }

    String text() {
        String plain = (back ? "b" : "f") + id + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<PeopleCursor> parse(String text, PeopleOrder order) {
        String plain = decoded(text);
        if (plain.length() <= UUID_LENGTH || "bf".indexOf(plain.charAt(0)) < 0) {
            return Optional.empty();
        }
        String key = plain.substring(UUID_LENGTH + 1);
        return ContactId.parse(plain.substring(1, UUID_LENGTH + 1))
                .filter(id -> isKey(key, order))
                .map(id -> new PeopleCursor(plain.charAt(0) == 'b', key, id));
    }

    private static String decoded(String text) {
        try {
            return text.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isKey(String key, PeopleOrder order) {
        try {
            return order.by().isTime() ? key.isEmpty() || isStorable(Instant.parse(key)) : key.indexOf(0) < 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isStorable(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
    }

    /** The key as the database compares it. */
    Object value(PeopleOrder order) {
        if (!order.by().isTime()) {
            return key;
        }
        return key.isEmpty() ? OffsetDateTime.MIN : Instant.parse(key).atOffset(ZoneOffset.UTC);
    }
}
