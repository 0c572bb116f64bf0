package io.portico.mail.dispatch;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.Priority;
import io.portico.mail.delivery.Delivery;
import io.portico.mail.delivery.DeliveryResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * One round of a worker: some mails taken from the outbox and carried out, the urgent ones first. Mails of one workspace go
 * as a bundle, for which the database is asked once instead of once for each.
 */
@Component
class Rounds {
    /** Many, so that a mail costs little; few enough that those in one worker's hands leave within moments. */
    static final int MOST = 100;

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
            case OPEN -> carrySome(lowest, outages.share(MOST), working);
            case TO_TRY -> tryWithOne(lowest, working);
            case BLOCKED -> 0;
        };
    }

    private int carrySome(Priority lowest, int most, BooleanSupplier working) {
        return most == 0 ? 0 : carry(claims.next(lowest, most), working);
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
        Optional<Outcome.Deferred> stopped = Optional.empty();
        for (List<Claim> bundle : bundles(inHand)) {
            if (!working.getAsBoolean()) {
                claims.release(bundle);
            } else if (stopped.isPresent()) {
                settlements.settle(untouched(bundle, stopped.get()));
            } else {
                stopped = carryBundle(bundle, working);
            }
        }
        return inHand.size();
    }

    /** Of one urgency and one workspace each. */
    private static Iterable<List<Claim>> bundles(List<Claim> inHand) {
        record Kind(int priority, WorkspaceId workspace) {}
        Map<Kind, List<Claim>> bundles = inHand.stream()
                .collect(Collectors.groupingBy(
                        claim -> new Kind(claim.priority(), claim.workspace()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return bundles.values();
    }

    /** Present when a mail met something that every other would meet as well. */
    private Optional<Outcome.Deferred> carryBundle(List<Claim> bundle, BooleanSupplier working) {
        Optional<Outcome.Deferred> met = delivery.obstacle().map(Rounds::untouched);
        if (met.isPresent()) {
            settlements.settle(untouched(bundle, met.get()));
        } else {
            met = new Bundle(claims, postman, settlements, bundle.getFirst().workspace()).carry(bundle, working);
        }
        met.ifPresentOrElse(deferred -> outages.report(deferred.fault(), deferred.reply()), outages::over);
        return met;
    }

    private static Outcome.Deferred untouched(DeliveryResult.Obstacle obstacle) {
        return new Outcome.Deferred(Postman.fault(obstacle), obstacle.said(), false);
    }

    private static List<Errand.Done> untouched(List<Claim> claims, Outcome.Deferred why) {
        return claims.stream()
                .map(claim -> new Errand.Done(claim, new Outcome.Deferred(why.fault(), why.reply(), false)))
                .toList();
    }
}
