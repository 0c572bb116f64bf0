package io.portico.mail.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a refusal of the mail server, or a connection that failed, means for a letter. */
final class SmtpFailure {
    private SmtpFailure() {}

    static DeliveryResult.Obstacle toConnect(MessagingException failure) {
        String said = new SmtpReply(0, plainly(failure)).text();
        return failure instanceof AuthenticationFailedException
                ? new DeliveryResult.NotAdmitted(said)
                : new DeliveryResult.Unreachable(said);
    }

    /** The connection broke. */
    static DeliveryResult whileSending(MessagingException failure) {
        return new DeliveryResult.CutOff(new SmtpReply(0, plainly(failure)).text());
    }

    static DeliveryResult ofSender(SmtpReply refusal) {
        return refusal.isPassing()
                ? new DeliveryResult.AskedToWait(refusal.text())
                : new DeliveryResult.NotAdmitted(refusal.text());
    }

    static DeliveryResult ofRecipient(SmtpReply refusal) {
        return refusal.meansNoSuchMailbox() ? new DeliveryResult.NoSuchMailbox(refusal.text()) : ofLetter(refusal);
    }

    /** What the server says at the end of a letter, or of its envelope. */
    static DeliveryResult ofLetter(SmtpReply reply) {
        if (!reply.isRefusal()) {
            return new DeliveryResult.Accepted(reply.text());
        }
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
        return Stream.iterate(failure, Objects::nonNull, SmtpFailure::next);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException known && known.getNextException() != null
                ? known.getNextException()
                : failure.getCause();
    }
}
