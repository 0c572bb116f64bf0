/** Very many contacts in one request of the API, in and out as a stream. */
@NullMarked
package io.portico.api.imports;

import org.jspecify.annotations.NullMarked;
