package io.portico.mail.content;

import io.portico.activity.Maker;
import io.portico.kernel.TemplateVersionId;
import io.portico.mail.MailWords;
import java.time.Instant;
import java.util.Optional;

/**
 * What a workspace's texts of a template were from a moment on.
 *
 * @param words empty when it went back to the default
 */
public record TemplateVersion(
        TemplateVersionId id, TemplateKey key, Optional<MailWords> words, Maker savedBy, Instant savedAt) {}
