package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.EmailAddress;
import java.util.Optional;

/** From now on mails go under this name; {@code text} is name and address for answers, empty when both are as usual. */
@FactKind("sender.named")
public record SenderNamed(String text, Optional<String> name, Optional<String> replyTo) implements Fact {
    static SenderNamed as(SenderName chosen) {
        Optional<String> replyTo = chosen.replyTo().map(EmailAddress::value);
        String text = (chosen.name().orElse("") + replyTo.map(to -> " → " + to).orElse("")).strip();
        return new SenderNamed(text.isEmpty() ? "–" : text, chosen.name(), replyTo);
    }
}
