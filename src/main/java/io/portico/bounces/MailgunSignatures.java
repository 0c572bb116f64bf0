package io.portico.bounces;

import io.portico.installation.BounceSettings;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets each of Mailgun's signatures count once, on all nodes together: whoever saw one cannot put another event under it. */
@Component
class MailgunSignatures {
    private final BounceSettings settings;
    private final MailgunTokenStore tokens;
    private final Clock clock;

    MailgunSignatures(BounceSettings settings, MailgunTokenStore tokens, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A failure of the work leaves the signature good, as Mailgun comes again with it. */
    Heard once(MailgunSignature signature, Supplier<Heard> work) {
        if (settings.mailgunKey().filter(signature::isOf).isEmpty() || !signature.isFresh(clock.instant())) {
            return Heard.REFUSED;
        }
        if (!tokens.take(signature.token(), clock.instant())) {
            return Heard.REPEATED;
        }
        try {
            return work.get();
        } catch (RuntimeException e) {
            tokens.giveBack(signature.token());
            throw e;
        }
    }
}
