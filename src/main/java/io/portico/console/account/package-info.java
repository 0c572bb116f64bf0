/** An operator's own account: name, password, two-step sign-in, passkeys, sessions; and proving that it is them. */
@NullMarked
package io.portico.console.account;

import org.jspecify.annotations.NullMarked;
