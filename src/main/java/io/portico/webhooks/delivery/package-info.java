/** Brings events to webhooks: fed from the log, tried for three days, kept for a month. */
@NullMarked
@NamedInterface("delivery")
package io.portico.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
