package io.portico.access;

import io.portico.access.OperatorSignInTries.Admission;
import io.portico.access.OperatorSignInTries.Trial;
import io.portico.installation.ApplicationKey;
import io.portico.kernel.OperatorId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Checks what an operator types at the second step: the code of an authenticator app, or a recovery code in its stead.
 * Either works once. Tries are counted and locked as those of passwords are, apart from them and for each operator.
 */
@Component
class SecondFactor {
    private final TwoStepStore store;
    private final TotpSeal seal;
    private final ApplicationKey key;
    private final OperatorSignInTries tries;
    private final Clock clock;

    SecondFactor(TwoStepStore store, TotpSeal seal, ApplicationKey key, OperatorSignInTries tries, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.key = key;
        this.tries = tries;
        this.clock = clock;
    }

    /** What was typed. */
    sealed interface Verdict {
        /** A code of the app. */
        record Right() implements Verdict {}

        /** A recovery code, which is spent now. */
        record Recovered(int left) implements Verdict {}

        /** Neither, or one that was used before; so many failed in a row. */
        record Wrong(int tries) implements Verdict {}

        record Locked(Duration delay) implements Verdict {}
    }

    boolean isOn(OperatorId operator) {
        return store.find(operator).isPresent();
    }

    Verdict check(OperatorId operator, String typed) {
        return switch (tries.admit(Trial.SECOND_STEP, operator.toString())) {
            case Admission.Locked(var delay) -> new Verdict.Locked(delay);
            case Admission.Admitted(int count) -> {
                Verdict verdict = look(operator, typed, count);
                if (!(verdict instanceof Verdict.Wrong)) {
                    tries.forgive(Trial.SECOND_STEP, operator.toString());
                }
                yield verdict;
            }
        };
    }

    byte[] hash(OperatorId operator, RecoveryCode code) {
        return key.hmac(
                "operator-recovery-code",
                operator.toString().getBytes(StandardCharsets.US_ASCII),
                code.plain().getBytes(StandardCharsets.US_ASCII));
    }

    private Verdict look(OperatorId operator, String typed, int count) {
        if (Code.parse(typed)
                .map(Code::reveal)
                .filter(code -> isCode(operator, code))
                .isPresent()) {
            return new Verdict.Right();
        }
        boolean spent = RecoveryCode.parse(typed)
                .filter(code -> store.spendCode(operator, hash(operator, code)))
                .isPresent();
        return spent ? new Verdict.Recovered(store.codesLeft(operator)) : new Verdict.Wrong(count);
    }

    private boolean isCode(OperatorId operator, String digits) {
        return store.find(operator)
                .flatMap(row -> seal.open(operator, row.sealed())
                        .map(found -> found.stepOf(digits, clock.instant(), row.lastStep())))
                .filter(OptionalLong::isPresent)
                .filter(step -> store.use(operator, step.getAsLong()))
                .isPresent();
    }
}
