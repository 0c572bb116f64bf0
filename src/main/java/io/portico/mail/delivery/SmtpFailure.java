package io.portico.mail.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads out of Angus Mail's exceptions what the mail server said, and what that means for the letter. */
final class SmtpFailure {
    private SmtpFailure() {}

    static DeliveryResult.Obstacle toConnect(MessagingException failure) {
        String said = new SmtpReply(0, plainly(failure)).text();
        return failure instanceof AuthenticationFailedException
                ? new DeliveryResult.NotAdmitted(said)
                : new DeliveryResult.Unreachable(said);
    }

    static DeliveryResult toSend(MessagingException failure) {
        return first(SMTPAddressFailedException.class, failure)
                .map(e -> ofRecipient(reply(e.getReturnCode(), e)))
                .or(() ->
                        first(SMTPSenderFailedException.class, failure).map(e -> ofSender(reply(e.getReturnCode(), e))))
                .or(() -> first(SMTPSendFailedException.class, failure).map(e -> ofLetter(reply(e.getReturnCode(), e))))
                .orElseGet(() -> new DeliveryResult.CutOff(new SmtpReply(0, plainly(failure)).text()));
    }

    /** Nothing was said about the letter: the connection broke, or the server ended it (421), as happens to one kept long. */
    static boolean isOfTheConnection(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.CutOff broken -> true;
            case DeliveryResult.AskedToWait(String said) -> said.startsWith(SmtpReply.ENDS_CONNECTION);
            case DeliveryResult.Accepted taken -> false;
            case DeliveryResult.Kept kept -> false;
            case DeliveryResult.NoSuchMailbox refused -> false;
            case DeliveryResult.Rejected refused -> false;
            case DeliveryResult.Obstacle obstacle -> false;
        };
    }

    private static DeliveryResult ofRecipient(SmtpReply reply) {
        return reply.meansNoSuchMailbox() ? new DeliveryResult.NoSuchMailbox(reply.text()) : ofLetter(reply);
    }

    private static DeliveryResult ofSender(SmtpReply reply) {
        return reply.isPassing()
                ? new DeliveryResult.AskedToWait(reply.text())
                : new DeliveryResult.NotAdmitted(reply.text());
    }

    private static DeliveryResult ofLetter(SmtpReply reply) {
        if (reply.isPassing()) {
            return new DeliveryResult.AskedToWait(reply.text());
        }
        if (reply.meansNotAdmitted()) {
            return new DeliveryResult.NotAdmitted(reply.text());
        }
        return reply.code() >= 500
                ? new DeliveryResult.Rejected(reply.text())
                : new DeliveryResult.CutOff(reply.text());
    }

    private static SmtpReply reply(int code, MessagingException failure) {
        return new SmtpReply(code, Objects.requireNonNullElse(failure.getMessage(), Integer.toString(code)));
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

    private static <E extends MessagingException> Optional<E> first(Class<E> kind, MessagingException failure) {
        return chain(failure).filter(kind::isInstance).map(kind::cast).findFirst();
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
