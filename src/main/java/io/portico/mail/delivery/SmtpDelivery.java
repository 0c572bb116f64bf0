package io.portico.mail.delivery;

import jakarta.mail.MessagingException;
import java.util.Optional;

/** Hands letters to the mail server that is set, by Angus Mail over connections that are kept open. */
final class SmtpDelivery implements Delivery {
    private final SmtpConnections connections;

    SmtpDelivery(SmtpConnections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<DeliveryResult.Obstacle> obstacle() {
        try {
            connections.giveBack(connections.take());
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(SmtpFailure.toConnect(e));
        }
    }

    @Override
    public DeliveryResult deliver(Letter letter) {
        try {
            SmtpConnection connection = connections.take();
            DeliveryResult result = deliver(letter, connection);
            boolean again = !connection.mayHaveTaken() && SmtpFailure.isOfTheConnection(result);
            return again ? deliver(letter, connections.connect()) : result;
        } catch (MessagingException e) {
            return SmtpFailure.toConnect(e);
        }
    }

    private DeliveryResult deliver(Letter letter, SmtpConnection connection) {
        try {
            String reply = connection.send(letter);
            connections.giveBack(connection);
            return new DeliveryResult.Accepted(new SmtpReply(250, reply).text());
        } catch (MessagingException e) {
            DeliveryResult result = SmtpFailure.toSend(e);
            if (result instanceof DeliveryResult.NoSuchMailbox) {
                connections.giveBack(connection);
            } else {
                connection.close();
            }
            return result;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
