/** What mails say: the texts of templates, and how they become HTML and plain text for one recipient. */
@NullMarked
@NamedInterface("content")
package io.portico.mail.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
