/** Invitations and runs over the API. */
@NullMarked
package io.portico.api.outreach;

import org.jspecify.annotations.NullMarked;
