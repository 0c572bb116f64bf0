/** The mail log in the console, and the built-in mailbox: mails that were not sent, as their recipients would see them. */
@NullMarked
package io.portico.console.mailbox;

import org.jspecify.annotations.NullMarked;
