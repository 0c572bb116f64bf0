/** What a mail says: texts with custom values, rendered as HTML and as plain text. */
@NullMarked
@NamedInterface("content")
package io.portico.mail.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
