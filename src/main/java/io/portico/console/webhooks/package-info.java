/** Settings → Webhooks: who is told of what, and what became of it. */
@org.jspecify.annotations.NullMarked
package io.portico.console.webhooks;
