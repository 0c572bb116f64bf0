/** Calls to addresses that people of a workspace have typed, which must not reach into the host's own network. */
@NullMarked
@org.springframework.modulith.NamedInterface("calls")
package io.portico.webhooks.calls;

import org.jspecify.annotations.NullMarked;
