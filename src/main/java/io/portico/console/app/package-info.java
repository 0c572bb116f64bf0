/** The portal app: whether it can be installed, what is in the stores, who uses it. */
@NullMarked
package io.portico.console.app;

import org.jspecify.annotations.NullMarked;
