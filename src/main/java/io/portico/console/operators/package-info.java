/** The pages about those who run a workspace: who they are, their roles, their invitations. */
@NullMarked
package io.portico.console.operators;

import org.jspecify.annotations.NullMarked;
