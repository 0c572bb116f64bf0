package io.portico.mail;

import io.portico.kernel.EmailAddress;
import java.util.Optional;

/**
 * In whose name, and from where, a workspace's mails go.
 *
 * @param fromName shown before the address; never empty
 * @param fromAddress the sender in the header, {@code portal@mail.acme.example}
 * @param replyTo where answers go when not there
 * @param domain the workspace's own sending domain; empty while mails go from the installation's address
 */
public record Sender(String fromName, String fromAddress, Optional<EmailAddress> replyTo, Optional<String> domain) {
    /** What follows the @ of the address. */
    public String addressDomain() {
        return fromAddress.substring(fromAddress.lastIndexOf('@') + 1);
    }
}
