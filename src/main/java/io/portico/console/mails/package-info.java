/** What the workspace's mails say: its own custom values, and the texts of its mails. */
@NullMarked
package io.portico.console.mails;

import org.jspecify.annotations.NullMarked;
