package io.portico.access;

import io.portico.activity.Actor;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The second step of a sign-in: between the right password and this there is no session. */
@Component
public class SecondSteps {
    private final HalfWayStore halfWays;
    private final SecondFactor factor;
    private final Operators operators;
    private final OperatorEntry entry;
    private final OperatorNews news;
    private final Clock clock;

    SecondSteps(
            HalfWayStore halfWays,
            SecondFactor factor,
            Operators operators,
            OperatorEntry entry,
            OperatorNews news,
            Clock clock) {
        this.halfWays = halfWays;
        this.factor = factor;
        this.operators = operators;
        this.entry = entry;
        this.news = news;
        this.clock = clock;
    }

    /** Who is half way in; empty when that was too long ago, or is over. */
    public Optional<Operator> find(Secret halfWay) {
        return halfWays.alive(halfWay.hash(), clock.instant()).flatMap(operators::find);
    }

    /** Takes the code of the app or a recovery code; the way in is good for one session. */
    public SecondStepResult finish(Secret halfWay, String typed, Device device) {
        return find(halfWay)
                .map(operator -> finish(halfWay, operator, typed, device))
                .orElseGet(SecondStepResult.Over::new);
    }

    private SecondStepResult finish(Secret halfWay, Operator operator, String typed, Device device) {
        return switch (factor.check(operator.id(), typed)) {
            case SecondFactor.Verdict.Right right -> enter(halfWay, operator, device, SecondStepResult.SignedIn::new);
            case SecondFactor.Verdict.Recovered(int left) -> {
                news.tell(
                        operator.id(),
                        new Actor.Operator(operator.id(), device.ip()),
                        new RecoveryCodeUsed(operator.id(), left, operator.name()));
                yield enter(halfWay, operator, device, session -> new SecondStepResult.Recovered(session, left));
            }
            case SecondFactor.Verdict.Wrong(int tries) -> {
                news.tell(
                        operator.id(),
                        new Actor.Stranger(device.ip()),
                        new SecondStepRefused(operator.id(), tries, operator.name()));
                yield new SecondStepResult.Wrong();
            }
            case SecondFactor.Verdict.Locked(var delay) -> new SecondStepResult.Locked(delay);
        };
    }

    private SecondStepResult enter(
            Secret halfWay, Operator operator, Device device, Function<Secret, SecondStepResult> result) {
        return halfWays.spend(halfWay.hash(), clock.instant())
                ? result.apply(entry.enter(operator.id(), operator.name(), device, true))
                : new SecondStepResult.Over();
    }
}
