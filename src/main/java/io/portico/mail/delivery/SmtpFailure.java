package io.portico.mail.delivery;

import io.portico.installation.CertificateFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a refusal of the mail server, or a connection that failed, means for a letter. */
final class SmtpFailure {
    /** How Angus Mail tells of a greeting such as "421 too many connections". */
    private static final Pattern WAITS = Pattern.compile("response: 4\\d\\d");

    private SmtpFailure() {}

    static DeliveryResult.Obstacle toConnect(MessagingException failure) {
        String said = new SmtpReply(0, CertificateFault.of(failure).orElseGet(() -> plainly(failure))).text();
        if (failure instanceof AuthenticationFailedException) {
            return new DeliveryResult.NotAdmitted(said);
        }
        return WAITS.matcher(said).find() ? new DeliveryResult.Overloaded(said) : new DeliveryResult.Unreachable(said);
    }

    /** The connection broke. */
    static DeliveryResult whileSending(MessagingException failure) {
        return new DeliveryResult.CutOff(new SmtpReply(0, plainly(failure)).text());
    }

    static DeliveryResult ofSender(SmtpReply refusal) {
        if (refusal.meansWholeServer(true)) {
            return new DeliveryResult.Overloaded(refusal.text());
        }
        return refusal.isPassing()
                ? new DeliveryResult.AskedToWait(refusal.text())
                : new DeliveryResult.NotAdmitted(refusal.text());
    }

    static DeliveryResult ofRecipient(SmtpReply refusal) {
        if (refusal.meansWholeServer(false)) {
            return new DeliveryResult.Overloaded(refusal.text());
        }
        return refusal.meansNoSuchMailbox() ? new DeliveryResult.NoSuchMailbox(refusal.text()) : ofOne(refusal);
    }

    /** What the server says at the end of a letter, or of its envelope. */
    static DeliveryResult ofLetter(SmtpReply reply) {
        if (!reply.isRefusal()) {
            return new DeliveryResult.Accepted(reply.text());
        }
        return reply.meansWholeServer(true) ? new DeliveryResult.Overloaded(reply.text()) : ofOne(reply);
    }

    private static DeliveryResult ofOne(SmtpReply reply) {
        if (reply.isPassing()) {
            return new DeliveryResult.AskedToWait(reply.text());
        }
        return reply.meansNotAdmitted()
                ? new DeliveryResult.NotAdmitted(reply.text())
                : new DeliveryResult.Rejected(reply.text());
    }

    /** The failure and, where it has one, its first cause: "Couldn't connect to host …: Connection refused". */
    private static String plainly(MessagingException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "no answer");
        return chain(failure)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .filter(cause -> !message.contains(cause))
                .map(cause -> message + ": " + cause)
                .orElse(message);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
