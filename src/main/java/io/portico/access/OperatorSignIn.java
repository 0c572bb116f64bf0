package io.portico.access;

import io.portico.access.OperatorSignInTries.Admission;
import io.portico.activity.Actor;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of the console: in with e-mail address and password, out again. */
@Component
public class OperatorSignIn {
    private final OperatorCredentialStore credentials;
    private final OperatorSignInTries tries;
    private final Passwords passwords;
    private final OperatorSessions sessions;
    private final OperatorNews news;

    OperatorSignIn(
            OperatorCredentialStore credentials,
            OperatorSignInTries tries,
            Passwords passwords,
            OperatorSessions sessions,
            OperatorNews news) {
        this.credentials = credentials;
        this.tries = tries;
        this.passwords = passwords;
        this.sessions = sessions;
        this.news = news;
    }

    /** Answers alike, and as late, for an address that nobody has and for a wrong password. */
    public OperatorSignInResult signIn(String email, String password, Device device) {
        String key = key(email);
        return switch (tries.admit(key)) {
            case Admission.Locked(var delay) -> new OperatorSignInResult.Locked(delay);
            case Admission.Admitted(int count) -> check(key, password, count, device);
        };
    }

    /** Opens a session for an operator who has just proved who they are in another way than by password. */
    public Secret enter(Operator operator, Device device) {
        return enter(operator.id(), operator.name(), device);
    }

    /** Ends the session it is called from. */
    public void signOut(OperatorSession session, Operator operator, Device device) {
        sessions.end(session.id());
        news.tell(
                operator.id(),
                new Actor.Operator(operator.id(), device.ip()),
                new OperatorSignedOut(operator.id(), operator.name()));
    }

    private OperatorSignInResult check(String key, String password, int count, Device device) {
        Optional<OperatorCredential> found = credentials.withEmail(key);
        boolean right = passwords.matches(password, found.map(OperatorCredential::passwordHash));
        if (right && found.isPresent()) {
            tries.forgive(key);
            return new OperatorSignInResult.SignedIn(
                    enter(found.get().operator(), found.get().name(), device));
        }
        found.ifPresent(known -> news.tellLater(
                known.operator(),
                new Actor.Stranger(device.ip()),
                new OperatorSignInRefused(known.operator(), count, known.name())));
        return new OperatorSignInResult.Refused();
    }

    private Secret enter(OperatorId operator, String name, Device device) {
        Secret session = sessions.open(operator, device);
        news.tell(operator, new Actor.Operator(operator, device.ip()), new OperatorSignedIn(operator, name));
        return session;
    }

    /** What is no address is counted as it was typed. */
    private static String key(String typed) {
        return EmailAddress.parse(typed)
                .map(EmailAddress::key)
                .orElse(typed.strip().toLowerCase(Locale.ROOT));
    }
}
