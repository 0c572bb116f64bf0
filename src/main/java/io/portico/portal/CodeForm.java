package io.portico.portal;

import io.portico.access.Code;
import io.portico.access.LinkTarget;
import io.portico.kernel.EmailAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * A mailed code with the address it was mailed to.
 *
 * @param sent whether a mail was asked for on the page before, so that the address needs no typing
 */
public record CodeForm(String email, String code, String to, boolean sent) {
    public CodeForm {
        email = Objects.requireNonNullElse(email, "");
        code = Objects.requireNonNullElse(code, "");
        to = Objects.requireNonNullElse(to, "");
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
