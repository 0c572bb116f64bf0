/** Portico: a client portal that a business hosts itself. */
@NullMarked
package io.portico;

import org.jspecify.annotations.NullMarked;
