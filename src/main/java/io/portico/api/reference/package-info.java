/** The API described: as OpenAPI for programs, as a page for people. */
@NullMarked
package io.portico.api.reference;

import org.jspecify.annotations.NullMarked;
