/** The pages before and beside a workspace: set-up, sign-in, passwords, joining, the choice of a workspace. */
@NullMarked
package io.portico.console.doors;

import org.jspecify.annotations.NullMarked;
