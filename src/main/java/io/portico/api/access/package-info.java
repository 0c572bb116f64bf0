/** Magic links and sessions of contacts over the API. */
@NullMarked
package io.portico.api.access;

import org.jspecify.annotations.NullMarked;
