package io.portico.console.doors;

import io.portico.access.OperatorSession;
import io.portico.access.OperatorSessions;
import io.portico.access.OperatorSignIn;
import io.portico.kernel.Secret;
import io.portico.web.Answer;
import io.portico.web.NotFound;
import io.portico.web.SessionCookie;
import io.portico.web.SignInCookies;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets an operator's browser in and out. A session it had before ends when a new one begins. */
@Component
class Entrance {
    private final OperatorSignIn signIn;
    private final OperatorSessions sessions;
    private final Operators operators;
    private final SessionCookie cookie;
    private final SignInCookies steps;

    Entrance(
            OperatorSignIn signIn,
            OperatorSessions sessions,
            Operators operators,
            SessionCookie cookie,
            SignInCookies steps) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.operators = operators;
        this.cookie = cookie;
        this.steps = steps;
    }

    Answer.SeeOther enter(
            Operator operator,
            String path,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(signIn.enter(operator, visit.device()), path, visit, request, response);
    }

    Answer.SeeOther enter(
            Secret session,
            String path,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        visit.session().map(OperatorSession::id).ifPresent(sessions::end);
        cookie.set(session, request, response);
        steps.forget(response);
        return Answer.seeOther(path);
    }

    Answer.SeeOther leave(String path, StrangerVisit visit, HttpServletRequest request, HttpServletResponse response) {
        visit.session()
                .ifPresent(session -> operators
                        .find(session.operator())
                        .ifPresent(operator -> signIn.signOut(session, operator, visit.device())));
        cookie.clear(request, response);
        return Answer.seeOther(path);
    }

    Optional<Operator> operator(StrangerVisit visit) {
        return visit.session().map(OperatorSession::operator).flatMap(operators::find);
    }

    /** The operator on a page that security opens to operators alone. */
    Operator signedIn(StrangerVisit visit) {
        return operator(visit).orElseThrow(() -> new NotFound("no operator"));
    }
}
