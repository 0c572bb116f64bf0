/** Calls to addresses that people of a workspace have typed, which must not reach into the host's own network. */
@NullMarked
@NamedInterface("calls")
package io.portico.webhooks.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
