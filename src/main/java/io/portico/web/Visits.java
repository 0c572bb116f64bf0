package io.portico.web;

import io.portico.access.ContactSession;
import io.portico.access.Device;
import io.portico.access.OperatorSession;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.installation.Installation;
import io.portico.kernel.Language;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Makes the visit that a handler works with out of a request: who, where, in which language. */
@Component
class Visits {
    private final Operators operators;
    private final ConsolePlaces places;
    private final Contacts contacts;
    private final VisitParts parts;
    private final Installation installation;

    Visits(Operators operators, ConsolePlaces places, Contacts contacts, VisitParts parts, Installation installation) {
        this.operators = operators;
        this.places = places;
        this.contacts = contacts;
        this.parts = parts;
        this.installation = installation;
    }

    /**
     * @throws NotFound when there is no such workspace, or the operator does not belong to it: no difference
     * @throws MovedConsole when a page is read under a sub-domain the workspace had before; a form from there is taken
     * @throws NotPermitted when the role lacks the permission
     */
    ConsoleVisit console(String slug, Permission needed, HttpServletRequest request, HttpServletResponse response) {
        OperatorSession session = operatorSession().orElseThrow(() -> new NotFound("no operator"));
        Operator operator = operators.find(session.operator()).orElseThrow(() -> new NotFound("no operator"));
        List<Workspace> own = places.of(operator.id());
        Workspace workspace = places.named(slug, own).orElseThrow(() -> new NotFound("workspace"));
        Role role = operators.roleIn(workspace.id(), operator.id()).orElseThrow(() -> new NotFound("workspace"));
        if (!role.may(needed)) {
            throw new NotPermitted(needed);
        }
        if (!workspace.slug().value().equals(slug) && request.getMethod().equals("GET")) {
            throw MovedConsole.to(workspace, request);
        }
        return new ConsoleVisit(
                workspace,
                own,
                operator,
                role,
                session,
                device(request),
                parts.languages().texts(operator.language(), workspace.timeZone()),
                parts.assets(),
                CsrfTokens.current(request),
                parts.notices().take(request, response),
                here(request),
                installation.consoleUrl().getAuthority());
    }

    /** @throws NotFound when nobody is signed in */
    OperatorVisit operator(HttpServletRequest request, HttpServletResponse response) {
        OperatorSession session = operatorSession().orElseThrow(() -> new NotFound("no operator"));
        Operator operator = operators.find(session.operator()).orElseThrow(() -> new NotFound("no operator"));
        ZoneId zone = places.of(operator.id()).stream()
                .map(Workspace::timeZone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
        return new OperatorVisit(
                operator,
                session,
                device(request),
                parts.languages().texts(operator.language(), zone),
                parts.assets(),
                CsrfTokens.current(request),
                parts.notices().take(request, response),
                here(request));
    }

    StrangerVisit stranger(HttpServletRequest request, HttpServletResponse response) {
        Optional<OperatorSession> session = operatorSession();
        Language language = session.flatMap(s -> operators.find(s.operator()))
                .map(Operator::language)
                .or(() -> parts.languages().chosen(request))
                .or(() -> parts.languages().accepted(request))
                .orElse(Language.EN);
        return new StrangerVisit(
                session,
                device(request),
                parts.languages().texts(language, ZoneOffset.UTC),
                parts.assets(),
                CsrfTokens.current(request),
                parts.notices().take(request, response),
                here(request));
    }

    PortalVisit portal(Workspace workspace, HttpServletRequest request, HttpServletResponse response) {
        Optional<ContactSession> session = contactSession();
        Optional<Contact> contact = session.flatMap(s -> contacts.find(workspace.id(), s.contact()));
        Language language = contact.flatMap(Contact::language)
                .or(() -> parts.languages().chosen(request))
                .orElse(workspace.language());
        return new PortalVisit(
                workspace,
                contact,
                session,
                device(request),
                parts.languages()
                        .texts(language, contact.flatMap(Contact::timeZone).orElse(workspace.timeZone())),
                parts.assets(),
                CsrfTokens.current(request),
                parts.notices().take(request, response),
                here(request),
                PortalVisit.BRAND_PATH);
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    static Device device(HttpServletRequest request) {
        return new Device(request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }

    static Optional<OperatorSession> operatorSession() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn.OperatorSignedIn who
                ? Optional.of(who.getPrincipal())
                : Optional.empty();
    }

    private static Optional<ContactSession> contactSession() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn.ContactSignedIn who
                ? Optional.of(who.getPrincipal())
                : Optional.empty();
    }
}
