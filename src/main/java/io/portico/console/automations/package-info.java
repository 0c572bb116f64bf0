/** Automations: recipes to switch on, who is in them, what they did. */
@org.jspecify.annotations.NullMarked
package io.portico.console.automations;
