/** API keys: what programs hold to act for a workspace. */
@NullMarked
@NamedInterface("keys")
package io.portico.access.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
