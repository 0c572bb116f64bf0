package io.portico.portal;

import io.portico.access.Code;
import io.portico.access.LinkTarget;
import io.portico.kernel.EmailAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * A mailed code with the address it was mailed to.
 *
 * @param sent "true" when a mail was asked for on the page before, so that the address needs no typing
 */
public record CodeForm(String email, String code, String to, String sent) {
    public CodeForm {
        email = Objects.requireNonNullElse(email, "");
        code = Objects.requireNonNullElse(code, "");
        to = Objects.requireNonNullElse(to, "");
        sent = Objects.requireNonNullElse(sent, "");
    }

    /** After an order for a mail to this address. */
    static CodeForm sent(EmailAddress address, String to) {
        return new CodeForm(address.value(), "", to, "true");
    }

    /** Whether the address is known already; one that a hidden field lost is typed again. */
    boolean isSent() {
        return sent.equals("true") && address().isPresent();
    }

    LinkTarget target() {
        return LinkTarget.parse(to).orElse(LinkTarget.HOME);
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    Optional<Code> digits() {
        return Code.parse(code);
    }
}
