package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.util.Map;
import java.util.Optional;

/** What a composer makes of an order. */
public sealed interface Composition {
    /**
     * Ready to be rendered and sent.
     *
     * @param values the custom values of this mail by name, such as {@code portal.magic_link}; secrets included, so it
     *     is never stored or logged
     * @param buttonUrl where the mail's one button leads
     * @param code the digits shown beside the button
     * @param note a personal note of the operator, plain text
     */
    record Ready(
            EmailAddress to,
            Language language,
            Map<String, String> values,
            String buttonUrl,
            Optional<String> code,
            Optional<String> note)
            implements Composition {
        public Ready {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "Ready[" + to.value() + "]";
        }
    }

    /** Not to be sent after all. */
    record Skip(SkipReason reason) implements Composition {}
}
