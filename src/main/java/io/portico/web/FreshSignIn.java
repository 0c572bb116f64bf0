package io.portico.web;

import io.portico.access.Device;
import io.portico.access.OperatorProofs;
import io.portico.access.OperatorSession;
import io.portico.access.PasskeySignIn;
import io.portico.access.ProofResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Lets a request through to a handler that {@linkplain NeedsFreshSignIn needs a fresh sign-in}: because the last proof is
 * young, or because the request brings one along, in fields beside its own.
 */
@Component
public class FreshSignIn {
    /** The fields of a proof. */
    public static final String PASSWORD = "proof-password";

    public static final String CODE = "proof-code";
    public static final String PASSKEY = "proof-passkey";

    private final OperatorProofs proofs;
    private final PasskeySignIn passkeys;
    private final SessionCookie cookie;
    private final SignInCookies kept;
    private final Clock clock;

    FreshSignIn(OperatorProofs proofs, PasskeySignIn passkeys, SessionCookie cookie, SignInCookies kept, Clock clock) {
        this.proofs = proofs;
        this.passkeys = passkeys;
        this.cookie = cookie;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * The session that goes on: another one than before when the request brought a proof.
     *
     * @throws NotFresh when it brought none, or a wrong one
     */
    OperatorSession demand(
            OperatorSession session,
            Supplier<OperatorVisit> visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<ProofResult> result = proof(session, Visits.device(request), request);
        if (result.isEmpty() && session.isFresh(clock.instant())) {
            return session;
        }
        if (result.isPresent() && result.get() instanceof ProofResult.Proven(var renewed)) {
            cookie.renew(renewed.secret(), response);
            kept.forget(response);
            return renewed.session();
        }
        throw new NotFresh(visit.get(), result);
    }

    /** From a form alone, never from an address: that could be another site's, which carries no CSRF token. */
    private Optional<ProofResult> proof(OperatorSession session, Device device, HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return Optional.empty();
        }
        String passkey = field(request, PASSKEY);
        if (!passkey.isEmpty()) {
            return Optional.of(passkeys.prove(session, kept.challenge(request), passkey, device));
        }
        return Optional.ofNullable(request.getParameter(PASSWORD))
                .map(password -> proofs.byPassword(session, password, field(request, CODE), device));
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
