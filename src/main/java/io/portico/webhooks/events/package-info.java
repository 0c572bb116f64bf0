/** What webhooks say of each event: the payloads that docs/webhooks.md shows. */
@NullMarked
package io.portico.webhooks.events;

import org.jspecify.annotations.NullMarked;
