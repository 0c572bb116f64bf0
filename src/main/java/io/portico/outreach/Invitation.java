package io.portico.outreach;

import io.portico.activity.Maker;
import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import java.time.Instant;

/** The record that a contact was invited: by whom, when, how often, and how it stands. */
public record Invitation(
        ContactId contact,
        Maker by,
        Instant firstSentAt,
        Instant lastSentAt,
        int times,
        Instant expiresAt,
        InvitationState state) {}
