/** How a letter leaves: over SMTP, or into the built-in mailbox. */
@NullMarked
package io.portico.mail.delivery;

import org.jspecify.annotations.NullMarked;
