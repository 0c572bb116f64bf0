package io.portico.installation;

import java.util.Optional;

/**
 * How reports about mails come back, as the host set it up; none of it by default.
 *
 * @param address to which mail servers report, with a mark of its own for each mail
 * @param mailbox where such reports are read
 * @param sesSecret the part of the path under which Amazon SES reports
 * @param postmarkSecret the part of the path, or the password, with which Postmark reports
 * @param mailgunKey with which Mailgun signs its reports
 */
public record BounceSettings(
        Optional<BounceAddress> address,
        Optional<BounceMailbox> mailbox,
        Optional<String> sesSecret,
        Optional<String> postmarkSecret,
        Optional<String> mailgunKey) {
    public static final BounceSettings NONE = new BounceSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether any report can come back. */
    public boolean areHeard() {
        return !equals(NONE);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "BounceSettings[" + address + ", " + mailbox + "]";
    }
}
