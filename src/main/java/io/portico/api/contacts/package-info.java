/** Contacts over the API. */
@NullMarked
package io.portico.api.contacts;

import org.jspecify.annotations.NullMarked;
