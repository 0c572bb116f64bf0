/** The workers of a node that take mails from the outbox, have them composed and delivered, and note what became of them. */
@NullMarked
package io.portico.mail.dispatch;

import org.jspecify.annotations.NullMarked;
