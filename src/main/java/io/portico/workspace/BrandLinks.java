package io.portico.workspace;

import io.portico.kernel.EmailAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where clients of a business find help, and what they agree to. */
public record BrandLinks(Optional<EmailAddress> support, Optional<WebLink> terms, Optional<WebLink> privacy) {
    public static final BrandLinks NONE = new BrandLinks(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean hasAny() {
        return support.isPresent() || terms.isPresent() || privacy.isPresent();
    }

    /** A {@code mailto:} address in which nothing of the e-mail address can be taken for more recipients. */
    public Optional<String> supportLink() {
        return support.map(EmailAddress::value).map(address -> {
            int at = address.lastIndexOf('@');
            String mailbox = URLEncoder.encode(address.substring(0, at), StandardCharsets.UTF_8);
            return "mailto:" + mailbox.replace("+", "%20") + address.substring(at);
        });
    }
}
