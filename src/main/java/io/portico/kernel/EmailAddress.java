package io.portico.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * One mailbox to which mail can be delivered, such as {@code Kim.Minji@xn--9n2bp8q.com}.
 *
 * <p>What is shown and what is handed to the mail server are the same bytes: {@link #value()}. Typed text becomes an
 * address by {@link #check}, {@link #parse} or {@link #of}: NFKC, trimmed of spaces, domain in lower-case ASCII
 * (IDNA); the local part keeps its case. The constructor takes only text that is in that form already.
 *
 * <p>Grammar: the {@code dot-atom} of RFC 5321 with a fully qualified domain name. Lists, comments, quoted local
 * parts, address literals and every invisible character are refused. So are letters beyond ASCII before the
 * {@code @}: too few servers deliver them (SMTPUTF8).
 *
 * @param value at most 254 ASCII characters
 */
public record EmailAddress(String value) {
    public EmailAddress {
        if (!EmailSyntax.canonical(value).equals(value)
                || EmailSyntax.fault(value).isPresent()) {
            throw new IllegalArgumentException("not an e-mail address in its stored form: " + value);
        }
    }

    /** Takes text that we know to be an address; anything else is a fault of ours. */
    public static EmailAddress of(String text) {
        return switch (check(text)) {
            case Check.Accepted(EmailAddress address) -> address;
            case Check.Refused(Reason reason) ->
                throw new IllegalArgumentException("not an e-mail address (%s): %s".formatted(reason, text));
        };
    }

    /** Takes what somebody typed, when it does not matter why it was refused. */
    public static Optional<EmailAddress> parse(String typed) {
        return check(typed) instanceof Check.Accepted(EmailAddress address) ? Optional.of(address) : Optional.empty();
    }

    /** Takes what somebody typed, and tells why when it is refused. */
    public static Check check(String typed) {
        if (typed.length() > EmailSyntax.LONGEST_TYPED) {
            return new Check.Refused(Reason.TOO_LONG);
        }
        String canonical = EmailSyntax.canonical(typed);
        return EmailSyntax.fault(canonical)
                .<Check>map(Check.Refused::new)
                .orElseGet(() -> new Check.Accepted(new EmailAddress(canonical)));
    }

    /** The form by which two addresses are the same person's: all lower case. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** The domain in lower-case ASCII, {@code xn--} labels included. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** Enough for the owner to recognise and for nobody else to learn, length included: {@code k•••@e•••.com}. */
    public String masked() {
        String topLevel = domain().substring(domain().lastIndexOf('.'));
        return value.charAt(0) + "•••@" + domain().charAt(0) + "•••" + topLevel;
    }

    @Override
    public String toString() {
        return value;
    }

    /** What became of typed text. */
    public sealed interface Check {
        record Accepted(EmailAddress address) implements Check {}

        record Refused(Reason reason) implements Check {}
    }

    /** Why typed text is no address; the first that applies, in this order. */
    public enum Reason {
        EMPTY,
        /** A control, zero-width, bidirectional or unassigned character, CR and LF among them. */
        FORBIDDEN_CHARACTER,
        /** Angle brackets, as in {@code Kim <kim@example.com>}. */
        DISPLAY_NAME,
        /** A quoted local part, as in {@code "kim lee"@example.com}. */
        QUOTED,
        /** A comment, as in {@code kim(work)@example.com}. */
        COMMENT,
        /** More than one address. */
        LIST,
        NO_AT,
        /** Letters beyond ASCII before the {@code @}. */
        LOCAL_PART_NOT_ASCII,
        LOCAL_PART,
        /** An IP address where the domain should be. */
        ADDRESS_LITERAL,
        /** A domain without a dot, such as {@code localhost}. */
        SINGLE_LABEL,
        DOMAIN,
        /** Local part over 64, label over 63, domain over 253 or the whole over 254 characters. */
        TOO_LONG
    }
}
