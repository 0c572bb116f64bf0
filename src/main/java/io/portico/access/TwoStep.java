package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.mail.MailTemplate;
import io.portico.workspace.Operator;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Two-step sign-in of operators: a code of an authenticator app (TOTP, RFC 6238) after the password. It counts once a
 * code confirmed that the app has the key.
 */
@Component
public class TwoStep {
    /** What an operator sees of it; {@code codesLeft} are the recovery codes not used yet. */
    public record On(Instant since, int codesLeft) {}

    /**
     * A key for an app, not in use yet, and the same sealed: the form that confirms it carries it, so nothing is stored
     * before.
     */
    public record Proposal(TotpKey key, String sealed) {}

    private final TransactionOperations transactions;
    private final TwoStepStore store;
    private final TotpSeal seal;
    private final SecondFactor factor;
    private final OperatorAlerts alerts;
    private final Clock clock;

    TwoStep(
            TransactionOperations transactions,
            TwoStepStore store,
            TotpSeal seal,
            SecondFactor factor,
            OperatorAlerts alerts,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.seal = seal;
        this.factor = factor;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Empty while it is off. */
    public Optional<On> of(OperatorId operator) {
        return store.find(operator).map(row -> new On(row.since(), store.codesLeft(operator)));
    }

    public Proposal propose(OperatorId operator) {
        TotpKey key = TotpKey.random();
        return new Proposal(key, Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(operator, key)));
    }

    /** The proposal that a form brought back; empty when it was another operator's, or damaged. */
    public Optional<Proposal> reopen(OperatorId operator, String sealed) {
        return decoded(sealed).flatMap(bytes -> seal.open(operator, bytes)).map(key -> new Proposal(key, sealed));
    }

    /**
     * Turns it on, if this is a code of the proposed key, and hands out the recovery codes, this once. Empty, and nothing
     * changed, when the code is wrong or it is on already.
     */
    public Optional<List<RecoveryCode>> turnOn(Operator operator, Proposal proposal, String typed, Device device) {
        OptionalLong step = Code.parse(typed)
                .map(code -> proposal.key().stepOf(code.reveal(), clock.instant(), -1))
                .orElse(OptionalLong.empty());
        return step.isEmpty() ? Optional.empty() : turnOn(operator, proposal, step.getAsLong(), device);
    }

    private Optional<List<RecoveryCode>> turnOn(Operator operator, Proposal proposal, long step, Device device) {
        byte[] sealed = seal.seal(operator.id(), proposal.key());
        Optional<List<RecoveryCode>> codes =
                transactions.execute(status -> store.turnOn(operator.id(), sealed, step, clock.instant())
                        ? Optional.of(newCodes(operator.id()))
                        : Optional.empty());
        codes.ifPresent(done -> alerts.tell(
                operator, device, new TwoStepEnabled(operator.id(), operator.name()), MailTemplate.TWO_STEP_ON));
        return codes;
    }

    /** Ten new recovery codes in place of all before, handed out this once; empty while it is off. */
    public Optional<List<RecoveryCode>> renewCodes(Operator operator, Device device) {
        Optional<List<RecoveryCode>> codes =
                transactions.execute(status -> store.find(operator.id()).map(row -> newCodes(operator.id())));
        codes.ifPresent(
                done -> alerts.tell(operator, device, new RecoveryCodesRenewed(operator.id(), operator.name())));
        return codes;
    }

    /** False, and nothing changed, when it is off. */
    public boolean turnOff(Operator operator, Device device) {
        boolean wasOn = transactions.execute(status -> store.turnOff(operator.id()));
        if (wasOn) {
            var fact = new TwoStepDisabled(operator.id(), operator.name());
            alerts.tell(operator, device, fact, MailTemplate.TWO_STEP_OFF);
        }
        return wasOn;
    }

    private List<RecoveryCode> newCodes(OperatorId operator) {
        List<RecoveryCode> codes = RecoveryCode.handful();
        store.replaceCodes(
                operator,
                codes.stream().map(code -> factor.hash(operator, code)).toList(),
                clock.instant());
        return codes;
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
