package io.portico.outreach;

import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** A contact as the rules of outreach look at them. */
record Candidate(
        ContactId contact,
        String name,
        Optional<EmailAddress> email,
        Standing standing,
        boolean suppressed,
        Optional<Instant> lastInvited,
        Optional<Instant> lastLoginEmail) {}
