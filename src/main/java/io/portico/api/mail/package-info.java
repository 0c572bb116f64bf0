/** Templates and custom values over the API. */
@NullMarked
package io.portico.api.mail;

import org.jspecify.annotations.NullMarked;
