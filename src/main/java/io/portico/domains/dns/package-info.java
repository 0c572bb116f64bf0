/** What DNS says about a name, and why it says nothing. */
@NullMarked
package io.portico.domains.dns;

import org.jspecify.annotations.NullMarked;
