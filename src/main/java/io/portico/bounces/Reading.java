package io.portico.bounces;

import io.portico.mail.ReturnKind;
import java.util.List;

/**
 * What a mail to the bounce mailbox says, if it is a report.
 *
 * @param marks what may be the mark of the mail in question; that one is, only the installation's key can tell
 */
record Reading(List<String> marks, ReturnKind kind, String said) {
    Reading {
        marks = List.copyOf(marks);
    }
}
