package io.portico.api.automations;

import io.portico.kernel.Labelled;

/** Why a contact did not enter an automation. */
public enum KeptOut implements Labelled {
    /** The conditions do not hold of the contact, or the invitation with which it begins was revoked. */
    CONDITIONS,
    /** The contact is inside, or was, and may not enter again yet. */
    NOT_AGAIN_YET
}
