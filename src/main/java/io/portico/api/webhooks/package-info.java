/** Webhooks and their deliveries over the API. */
@NullMarked
package io.portico.api.webhooks;

import org.jspecify.annotations.NullMarked;
