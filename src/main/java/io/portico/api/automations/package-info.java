/** Automations for programs: written, switched on and braked, and contacts let in. */
@org.jspecify.annotations.NullMarked
package io.portico.api.automations;
