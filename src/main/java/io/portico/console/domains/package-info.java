/** The pages on which a workspace chooses where its portal is found. */
@NullMarked
package io.portico.console.domains;

import org.jspecify.annotations.NullMarked;
