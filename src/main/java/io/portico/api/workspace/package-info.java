/** The workspace itself, its figures and its activity, over the API. */
@NullMarked
package io.portico.api.workspace;

import org.jspecify.annotations.NullMarked;
