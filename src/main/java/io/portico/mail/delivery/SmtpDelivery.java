package io.portico.mail.delivery;

import jakarta.mail.MessagingException;
import java.util.List;
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

    /** What a kept connection did not take, because it had broken or the server ended it, is tried once on a new one. */
    @Override
    public List<DeliveryResult> deliver(List<Letter> letters) {
        try {
            SmtpConnection.Handed handed = deliver(letters, connections.take());
            if (handed.results().isEmpty()) {
                handed = deliver(letters, connections.connect());
            }
            return handed.results().isEmpty() ? List.of(handed.end().orElseThrow()) : handed.results();
        } catch (MessagingException e) {
            return List.of(SmtpFailure.toConnect(e));
        }
    }

    private SmtpConnection.Handed deliver(List<Letter> letters, SmtpConnection connection) {
        SmtpConnection.Handed handed = connections.send(connection, letters);
        if (handed.end().isPresent()) {
            connections.drop(connection);
        } else {
            connections.giveBack(connection);
        }
        return handed;
    }

    @Override
    public void close() {
        connections.close();
    }
}
