/** What a host answers to somebody who comes with TLS. */
@NullMarked
@NamedInterface("tls")
package io.portico.domains.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
