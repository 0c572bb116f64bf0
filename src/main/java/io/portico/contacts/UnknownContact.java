package io.portico.contacts;

import io.portico.kernel.ContactId;

/** The workspace has no such contact: deleted, another workspace's, or never there. */
public class UnknownContact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownContact(ContactId id) {
        super("no contact " + id);
    }
}
