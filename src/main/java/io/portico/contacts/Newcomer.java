package io.portico.contacts;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;

/** Somebody known by an address alone, about to be a contact under this id. */
public record Newcomer(ContactId id, PersonName name, EmailAddress email) {}
