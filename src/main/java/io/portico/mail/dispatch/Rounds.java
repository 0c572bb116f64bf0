package io.portico.mail.dispatch;

import io.portico.mail.MailFault;
import io.portico.mail.Priority;
import io.portico.mail.delivery.Delivery;
import io.portico.mail.delivery.DeliveryResult;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** One round of a worker: a handful of mails taken from the outbox and carried out, one after the other. */
@Component
class Rounds {
    /** Few, so that a mail never waits long behind others in the same hands. */
    static final int MOST = 20;

    private final Claims claims;
    private final Outages outages;
    private final Delivery delivery;
    private final Postman postman;
    private final Settlements settlements;

    Rounds(Claims claims, Outages outages, Delivery delivery, Postman postman, Settlements settlements) {
        this.claims = claims;
        this.outages = outages;
        this.delivery = delivery;
        this.postman = postman;
        this.settlements = settlements;
    }

    /**
     * Ends early when the work does; what is left in hand then goes back to the queue.
     *
     * @return how many mails were taken
     */
    int go(Priority lowest, BooleanSupplier working) {
        return switch (outages.way()) {
            case OPEN -> carry(claims.next(lowest, MOST), working);
            case TO_TRY -> tryWithOne(lowest, working);
            case BLOCKED -> 0;
        };
    }

    private int tryWithOne(Priority lowest, BooleanSupplier working) {
        Optional<DeliveryResult.Obstacle> obstacle = delivery.obstacle();
        if (obstacle.isPresent()) {
            outages.report(Postman.fault(obstacle.get()), obstacle.get().said());
            return 0;
        }
        int carried = carry(claims.next(lowest, 1), working);
        if (carried == 0) {
            outages.nothingToTry();
        }
        return carried;
    }

    private int carry(List<Claim> inHand, BooleanSupplier working) {
        for (int i = 0; i < inHand.size(); i++) {
            if (!working.getAsBoolean()) {
                claims.release(inHand.subList(i, inHand.size()));
                break;
            }
            Optional<Outcome.Deferred> stopped = carry(inHand.get(i));
            if (stopped.isPresent()) {
                defer(inHand.subList(i + 1, inHand.size()), stopped.get());
                break;
            }
        }
        return inHand.size();
    }

    /** Present when the mail met something that every other would meet as well. */
    private Optional<Outcome.Deferred> carry(Claim claim) {
        if (!claims.stands(claim)) {
            claims.release(List.of(claim));
            return Optional.empty();
        }
        Outcome outcome = delivery.obstacle().map(Rounds::untouched).orElseGet(() -> postman.carry(claim));
        settlements.settle(claim, outcome);
        if (outcome instanceof Outcome.Deferred deferred && deferred.fault().isOutage()) {
            outages.report(deferred.fault(), deferred.reply());
            return Optional.of(deferred);
        }
        outages.over();
        return Optional.empty();
    }

    private static Outcome untouched(DeliveryResult.Obstacle obstacle) {
        return new Outcome.Deferred(Postman.fault(obstacle), obstacle.said(), false);
    }

    private void defer(List<Claim> rest, Outcome.Deferred why) {
        MailFault fault = why.fault();
        rest.forEach(claim -> settlements.settle(claim, new Outcome.Deferred(fault, why.reply(), false)));
    }
}
