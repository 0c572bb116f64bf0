package io.portico.mail.delivery;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection to the mail server; for one thread at a time. Where the server pipelines, a letter costs one round trip:
 * its text and the envelope of the next leave together.
 */
final class SmtpConnection {
    /** Many servers close a connection after a hundred mails or half a minute of silence. */
    private static final int MOST_LETTERS = 100;

    private static final Duration LONGEST_REST = Duration.ofSeconds(25);
    private static final Duration UNASKED_REST = Duration.ofMillis(200);

    /**
     * No further letter is begun in one call when the server has taken so long over those before: so with a slow server,
     * too, what has left is noted, and a stop is heard, within moments.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SmtpLine line;
    private final Clock clock;
    private Instant restingSince;
    private int letters;
    private boolean envelopeOpen;

    SmtpConnection(SmtpLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
        this.restingSince = clock.instant();
    }

    /**
     * How far it came with some letters.
     *
     * @param results of the first letters, in order. One that may have arrived has a result, whatever happened
     * @param end what ended the connection, and would be the result of the next letter if that is not tried elsewhere
     */
    record Handed(List<DeliveryResult> results, Optional<DeliveryResult> end) {}

    /** Whether the next letter may go over it; after more than a moment's rest the server is asked (NOOP). */
    boolean isFit() {
        Duration rest = Duration.between(restingSince, clock.instant());
        if (line.isClosed() || letters >= MOST_LETTERS || rest.compareTo(LONGEST_REST) > 0) {
            return false;
        }
        return rest.compareTo(UNASKED_REST) < 0 || line.isConnected();
    }

    void rest() {
        restingSince = clock.instant();
    }

    Handed send(List<Letter> wanted) {
        List<DeliveryResult> results = new ArrayList<>();
        var exchange = new Exchange();
        Instant slow = clock.instant().plus(PATIENCE);
        try {
            exchange.begin(wanted.getFirst());
            for (int i = 0; i < wanted.size() && exchange.isUnderWay(); i++) {
                boolean last = i + 1 == wanted.size()
                        || letters + 1 >= MOST_LETTERS
                        || clock.instant().isAfter(slow);
                results.add(exchange.finish(wanted.get(i), last ? Optional.empty() : Optional.of(wanted.get(i + 1))));
                letters++;
            }
            return new Handed(results, Optional.empty());
        } catch (Ended e) {
            return new Handed(results, Optional.of(e.result));
        } catch (MessagingException e) {
            var cutOff = SmtpFailure.whileSending(e);
            if (exchange.mayHaveTaken) {
                results.add(cutOff);
            }
            return new Handed(results, Optional.of(cutOff));
        }
    }

    /** Ends it from outside, whatever it is waiting for. */
    void cut() {
        line.cut();
    }

    void close() {
        try {
            line.close();
        } catch (MessagingException e) {
            // It was broken already; the socket is closed all the same.
        }
    }

    /** The server has ended the connection in words (421); nothing of the letter in question was taken. */
    private static final class Ended extends MessagingException {
        private static final long serialVersionUID = 1;
        private final transient DeliveryResult result;

        Ended(SmtpReply reply) {
            super(reply.text());
            this.result = new DeliveryResult.Overloaded(reply.text());
        }
    }

    /** The dialogue over some letters (RFC 5321, 3.3). */
    private final class Exchange {
        private boolean underWay;
        private boolean mayHaveTaken;

        /** Whether an envelope has been said that is not answered yet, or is to be said next. */
        boolean isUnderWay() {
            return underWay;
        }

        void begin(Letter letter) throws MessagingException {
            underWay = true;
            if (line.takesManyAtOnce()) {
                line.say(envelope(letter));
            }
        }

        DeliveryResult finish(Letter letter, Optional<Letter> next) throws MessagingException {
            underWay = false;
            Optional<DeliveryResult> refusal = line.takesManyAtOnce() ? answeredAtOnce() : askedOneByOne(letter);
            if (refusal.isPresent()) {
                envelopeOpen = true;
                if (next.isPresent()) {
                    begin(next.get());
                }
                return refusal.get();
            }
            return handOver(letter, next);
        }

        private DeliveryResult handOver(Letter letter, Optional<Letter> next) throws MessagingException {
            boolean together = next.isPresent() && line.takesManyAtOnce();
            mayHaveTaken = true;
            line.say(text(letter) + "." + (together ? "\r\n" + envelope(next.get()) : ""));
            SmtpReply reply = line.answer();
            mayHaveTaken = false;
            underWay = next.isPresent() && !reply.endsConnection();
            if (reply.endsConnection()) {
                SmtpConnection.this.close();
            }
            return SmtpFailure.ofLetter(reply);
        }

        private Optional<DeliveryResult> answeredAtOnce() throws MessagingException {
            startAnewIfNeeded();
            SmtpReply from = answer();
            SmtpReply to = answer();
            SmtpReply data = answer();
            if (data.code() == SmtpReply.GO_ON && (from.isRefusal() || to.isRefusal())) {
                // RFC 2920, 3.1: the server waits for a text although it took no recipient.
                line.say(".");
                answer();
            }
            return refusal(from, to, data);
        }

        private Optional<DeliveryResult> askedOneByOne(Letter letter) throws MessagingException {
            if (envelopeOpen) {
                line.say("RSET");
                startAnewIfNeeded();
            }
            line.say(mailFrom(letter));
            SmtpReply from = answer();
            if (from.isRefusal()) {
                return Optional.of(SmtpFailure.ofSender(from));
            }
            line.say(rcptTo(letter));
            SmtpReply to = answer();
            if (to.isRefusal()) {
                return Optional.of(SmtpFailure.ofRecipient(to));
            }
            line.say("DATA");
            return refusal(from, to, answer());
        }

        private void startAnewIfNeeded() throws MessagingException {
            if (envelopeOpen && answer().isRefusal()) {
                throw new MessagingException("the mail server will not start anew");
            }
            envelopeOpen = false;
        }

        private static Optional<DeliveryResult> refusal(SmtpReply from, SmtpReply to, SmtpReply data)
                throws MessagingException {
            if (from.isRefusal()) {
                return Optional.of(SmtpFailure.ofSender(from));
            }
            if (to.isRefusal()) {
                return Optional.of(SmtpFailure.ofRecipient(to));
            }
            if (data.isRefusal()) {
                return Optional.of(SmtpFailure.ofLetter(data));
            }
            if (data.code() != SmtpReply.GO_ON) {
                throw new MessagingException("the mail server answered DATA with " + data.text());
            }
            return Optional.empty();
        }

        private SmtpReply answer() throws MessagingException {
            SmtpReply reply = line.answer();
            if (reply.endsConnection()) {
                throw new Ended(reply);
            }
            return reply;
        }

        private String envelope(Letter letter) {
            return (envelopeOpen ? "RSET\r\n" : "") + mailFrom(letter) + "\r\n" + rcptTo(letter) + "\r\nDATA";
        }

        private static String mailFrom(Letter letter) {
            return "MAIL FROM:<" + letter.sender() + ">";
        }

        private static String rcptTo(Letter letter) {
            return "RCPT TO:<" + letter.to().value() + ">";
        }

        /** With its dots doubled where they begin a line (RFC 5321, 4.5.2). */
        private static String text(Letter letter) {
            return letter.source().replace("\r\n.", "\r\n..");
        }
    }
}
