package io.portico.outreach;

import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.mail.LoginMailHistory;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact as the rules of outreach look at them.
 *
 * @param lastInvited when their invitation was sent last
 * @param letIn the mails that let in, those still in the queue included
 */
record Candidate(
        ContactId contact,
        String name,
        Optional<EmailAddress> email,
        Standing standing,
        boolean suppressed,
        Optional<Instant> lastInvited,
        LoginMailHistory letIn) {}
