package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a composer makes of an order. */
public sealed interface Composition {
    /**
     * Ready to be rendered and sent.
     *
     * @param values the custom values of this mail, secrets included, so it is never stored or logged. The workspace's own
     *     are added by mail
     * @param buttonUrl where the mail's one button leads: an absolute http or https address
     * @param code the digits shown beside the button
     * @param note a personal note of the operator, plain text
     * @param recipient whom the mail turned out to be for, when the order named an address alone
     * @param words what it says instead of its template's texts; accepted before
     */
    record Ready(
            EmailAddress to,
            Language language,
            Map<CustomValue, String> values,
            String buttonUrl,
            Optional<String> code,
            Optional<String> note,
            Optional<UUID> recipient,
            Optional<MailWords> words)
            implements Composition {
        public Ready {
            values = Map.copyOf(values);
        }

        /** With the words of its template. */
        public Ready(
                EmailAddress to,
                Language language,
                Map<CustomValue, String> values,
                String buttonUrl,
                Optional<String> code,
                Optional<String> note,
                Optional<UUID> recipient) {
            this(to, language, values, buttonUrl, code, note, recipient, Optional.empty());
        }

        /** For an order that named its recipient. */
        public Ready(
                EmailAddress to,
                Language language,
                Map<CustomValue, String> values,
                String buttonUrl,
                Optional<String> code,
                Optional<String> note) {
            this(to, language, values, buttonUrl, code, note, Optional.empty());
        }

        /** The same mail in other words. */
        public Ready saying(MailWords said) {
            return new Ready(to, language, values, buttonUrl, code, note, recipient, Optional.of(said));
        }

        @Override
        public String toString() {
            return "Ready[" + to.value() + "]";
        }
    }

    /** Not to be sent after all. */
    record Skip(SkipReason reason) implements Composition {}
}
