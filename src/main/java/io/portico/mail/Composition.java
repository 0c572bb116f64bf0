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
     */
    record Ready(
            EmailAddress to,
            Language language,
            Map<CustomValue, String> values,
            String buttonUrl,
            Optional<String> code,
            Optional<String> note,
            Optional<UUID> recipient)
            implements Composition {
        public Ready {
            values = Map.copyOf(values);
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

        @Override
        public String toString() {
            return "Ready[" + to.value() + "]";
        }
    }

    /** Not to be sent after all. */
    record Skip(SkipReason reason) implements Composition {}
}
