/** Takes in pictures that strangers may have made: checks what they are, and makes them anew. Knows no workspaces. */
@NullMarked
@NamedInterface("images")
package io.portico.workspace.images;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
