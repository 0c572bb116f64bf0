package io.portico.access;

import io.portico.activity.Actor;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of the console: in with e-mail address and password, out again. */
@Component
public class OperatorSignIn {
    private final PasswordCheck passwords;
    private final OperatorEntry entry;
    private final OperatorNews news;

    OperatorSignIn(PasswordCheck passwords, OperatorEntry entry, OperatorNews news) {
        this.passwords = passwords;
        this.entry = entry;
        this.news = news;
    }

    /** Answers alike, and as late, for an address that nobody has and for a wrong password. */
    public OperatorSignInResult signIn(String email, String password, Device device) {
        return switch (passwords.check(key(email), password)) {
            case PasswordCheck.Verdict.Right(var found) -> entry.afterPassword(found.operator(), found.name(), device);
            case PasswordCheck.Verdict.Wrong(var known, int tries) -> refused(known, tries, device);
            case PasswordCheck.Verdict.Locked(var delay) -> new OperatorSignInResult.Locked(delay);
        };
    }

    /** Opens a session for an operator who has just proved who they are in another way than by password, in one step. */
    public Secret enter(Operator operator, Device device) {
        return entry.enter(operator.id(), operator.name(), device, false);
    }

    /** Ends the session it is called from. */
    public void signOut(OperatorSession session, Operator operator, Device device) {
        entry.leave(session, operator, device);
    }

    private OperatorSignInResult refused(Optional<OperatorCredential> found, int tries, Device device) {
        found.ifPresent(known -> news.tellLater(
                known.operator(),
                new Actor.Stranger(device.ip()),
                new OperatorSignInRefused(known.operator(), tries, known.name())));
        return new OperatorSignInResult.Refused();
    }

    /** What is no address is counted as it was typed. */
    private static String key(String typed) {
        return EmailAddress.parse(typed)
                .map(EmailAddress::key)
                .orElse(typed.strip().toLowerCase(Locale.ROOT));
    }
}
