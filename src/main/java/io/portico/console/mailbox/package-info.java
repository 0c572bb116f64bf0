/** The built-in mailbox in the console: mails that were not sent, as their recipients would see them. */
@NullMarked
package io.portico.console.mailbox;

import org.jspecify.annotations.NullMarked;
