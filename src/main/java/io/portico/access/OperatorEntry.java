package io.portico.access;

import io.portico.activity.Actor;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Opens sessions for operators who proved who they are, as far as they have to, and closes them. */
@Component
class OperatorEntry {
    /** So long the second step may take. */
    static final Duration HALF_WAY = Duration.ofMinutes(10);

    private final OperatorSessions sessions;
    private final HalfWayStore halfWays;
    private final SecondFactor factor;
    private final OperatorNews news;
    private final Clock clock;

    OperatorEntry(
            OperatorSessions sessions, HalfWayStore halfWays, SecondFactor factor, OperatorNews news, Clock clock) {
        this.sessions = sessions;
        this.halfWays = halfWays;
        this.factor = factor;
        this.news = news;
        this.clock = clock;
    }

    /** After the right password: in, or half way in while two-step sign-in is on. */
    OperatorSignInResult afterPassword(OperatorId operator, String name, Device device) {
        if (!factor.isOn(operator)) {
            return new OperatorSignInResult.SignedIn(enter(operator, name, device, false));
        }
        Secret halfWay = Secret.random();
        halfWays.insert(
                halfWay.hash(), operator, clock.instant(), clock.instant().plus(HALF_WAY));
        return new OperatorSignInResult.SecondStep(halfWay);
    }

    /** For an operator who proved all there is to prove. */
    Secret enter(OperatorId operator, String name, Device device, boolean secondStep) {
        Secret session = sessions.open(operator, device, secondStep);
        news.tell(operator, new Actor.Operator(operator, device.ip()), new OperatorSignedIn(operator, name));
        return session;
    }

    void leave(OperatorSession session, Operator operator, Device device) {
        sessions.end(session.id());
        news.tell(
                operator.id(),
                new Actor.Operator(operator.id(), device.ip()),
                new OperatorSignedOut(operator.id(), operator.name()));
    }
}
