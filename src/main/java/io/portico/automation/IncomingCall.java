package io.portico.automation;

import io.portico.contacts.PersonName;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.util.Optional;

/**
 * What another program said when it called an automation's address.
 *
 * @param contact whom it means; else it names an address
 * @param name of somebody who is no contact yet
 * @param word tells this call from others: one with the same word is the same call, come again
 */
public record IncomingCall(Optional<ContactId> contact, Optional<EmailAddress> email, PersonName name, String word) {}
