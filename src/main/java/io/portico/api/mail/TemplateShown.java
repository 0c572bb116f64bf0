package io.portico.api.mail;

import io.portico.api.ActorShown;
import io.portico.mail.MailWords;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * The texts of a mail in one language.
 *
 * @param standard whether they are Portico's own
 * @param savedBy who saved them; null when nobody ever changed them
 */
record TemplateShown(
        String template,
        String language,
        boolean toContacts,
        boolean standard,
        String subject,
        String preheader,
        String body,
        String button,
        Optional<Instant> savedAt,
        Optional<ActorShown> savedBy) {
    /** @param standard the texts of a version that went back to them */
    static TemplateShown of(TemplateKey key, Optional<TemplateVersion> version, MailWords standard) {
        Optional<MailWords> own = version.flatMap(TemplateVersion::words);
        MailWords words = own.orElse(standard);
        return new TemplateShown(
                key.template().word(),
                key.language().tag(),
                key.template().isToContact(),
                own.isEmpty(),
                words.subject(),
                words.preheader(),
                words.body(),
                words.button(),
                version.map(TemplateVersion::savedAt),
                version.map(each -> ActorShown.of(each.savedBy())));
    }

    /** Never the texts: somebody may have written anything. */
    @Override
    public String toString() {
        return "TemplateShown[" + template + " " + language + "]";
    }
}
