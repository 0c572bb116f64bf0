package io.portico.access;

import io.portico.access.PasskeyOptions.Algorithm;
import io.portico.access.PasskeyOptions.Ceremony;
import io.portico.access.PasskeyOptions.Descriptor;
import io.portico.access.PasskeyOptions.RelyingParty;
import io.portico.access.PasskeyOptions.Selection;
import io.portico.access.PasskeyOptions.User;
import io.portico.kernel.OperatorId;
import io.portico.mail.MailTemplate;
import io.portico.workspace.Operator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Operators' passkeys (WebAuthn): each has as many as they like, with names. */
@Component
public class Passkeys {
    /** In characters, of a passkey's name. */
    public static final int LONGEST_NAME = 60;

    private static final String PRODUCT = "Portico";
    private static final String TYPE = "public-key";
    private static final String REQUIRED = "required";

    private final PasskeyStore store;
    private final PasskeyChallenges challenges;
    private final PasskeyVerifier verifier;
    private final OperatorAlerts alerts;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            PasskeyChallenges challenges,
            PasskeyVerifier verifier,
            OperatorAlerts alerts,
            Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.verifier = verifier;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Passkey> of(OperatorId operator) {
        return store.of(operator);
    }

    /** What the browser needs to make another one. It outlives a proof asked for meanwhile, which renews the session. */
    public Ceremony beginAdding(Operator operator) {
        var challenge = challenges.make(adding(operator.id()));
        var options = new PasskeyOptions.Create(
                new RelyingParty(verifier.relyingParty(), PRODUCT),
                new User(
                        text(PasskeyVerifier.handle(operator.id())),
                        operator.email().value(),
                        operator.name()),
                text(challenge.bytes()),
                PasskeyVerifier.ALGORITHMS.stream()
                        .map(each -> new Algorithm(TYPE, each.getValue()))
                        .toList(),
                PasskeyChallenges.LIFETIME.toMillis(),
                descriptors(operator.id()),
                new Selection(REQUIRED, true, REQUIRED),
                "none");
        return new Ceremony(options, challenge.token());
    }

    /** False, and nothing stored, when the answer is not right, or the passkey is here already. */
    public boolean add(Operator operator, String name, String kept, String answer, Device device) {
        boolean added = challenges
                .read(adding(operator.id()), kept)
                .flatMap(challenge -> verifier.registered(operator.id(), challenge.bytes(), answer)
                        .filter(credential -> challenges.spend(challenge)))
                .filter(credential -> store.insert(credential, name, clock.instant()))
                .isPresent();
        if (added) {
            alerts.tell(operator, device, new PasskeyAdded(operator.id(), name), MailTemplate.PASSKEY_ADDED);
        }
        return added;
    }

    /** What it was called; empty, and nothing removed, when the operator has no such passkey. */
    public Optional<String> remove(Operator operator, UUID passkey, Device device) {
        Optional<String> name = store.remove(operator.id(), passkey);
        name.ifPresent(called ->
                alerts.tell(operator, device, new PasskeyRemoved(operator.id(), called), MailTemplate.PASSKEY_REMOVED));
        return name;
    }

    /** What the browser needs to use one of these operators' passkeys, or any it has when none is named. */
    Ceremony beginUsing(String purpose, Optional<OperatorId> operator) {
        var challenge = challenges.make(purpose);
        var options = new PasskeyOptions.Get(
                text(challenge.bytes()),
                PasskeyChallenges.LIFETIME.toMillis(),
                verifier.relyingParty(),
                operator.map(this::descriptors).orElse(List.of()),
                REQUIRED);
        return new Ceremony(options, challenge.token());
    }

    /** Whose passkey answered the challenge rightly, now and for the first time. */
    Optional<OperatorId> used(String purpose, String kept, String answer) {
        return challenges
                .read(purpose, kept)
                .flatMap(challenge ->
                        verifier.signed(challenge.bytes(), answer).filter(credential -> challenges.spend(challenge)))
                .filter(credential -> store.use(credential, clock.instant()))
                .map(PasskeyCredential::operator);
    }

    private static String adding(OperatorId operator) {
        return "add " + operator;
    }

    private List<Descriptor> descriptors(OperatorId operator) {
        return store.credentialIds(operator).stream()
                .map(id -> new Descriptor(TYPE, text(id)))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
