package io.portico.api;

import io.portico.automation.IncomingCall;
import io.portico.automation.IncomingCalls;
import io.portico.automation.IncomingResult;
import io.portico.contacts.PersonName;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.limits.Admission;
import io.portico.limits.Door;
import io.portico.limits.Knock;
import io.portico.limits.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;

/**
 * The secret addresses of automations, {@code POST /api/automations/SECRET}, which other programs call with JSON. The
 * secret is all it takes, so a wrong one costs little here and is counted by its network.
 */
class CallFilter extends OncePerRequestFilter {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final IncomingCalls calls;
    private final Limits limits;
    private final ApiJson json;
    private final ProblemWriter problems;

    CallFilter(IncomingCalls calls, Limits limits, ApiJson json, ProblemWriter problems) {
        this.calls = calls;
        this.limits = limits;
        this.json = json;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(ApiPaths.CALLS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            take(request, response);
        } catch (ApiProblem no) {
            problems.write(no, response);
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            throw new ApiProblem(ApiProblems.ofStatus(HttpStatus.METHOD_NOT_ALLOWED));
        }
        IncomingCalls.Address address = address(request);
        byte[] body = ApiBody.of(request, MOST_BYTES);
        switch (calls.take(address, call(request, body))) {
            case IncomingResult.Accepted accepted -> answer(response, "accepted");
            case IncomingResult.Repeated repeated -> answer(response, "repeated");
            case IncomingResult.NoSuchContact no ->
                throw ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown_contact",
                        "The workspace has no contact of this contact_id. Send an email instead.");
            case IncomingResult.NotOn no ->
                throw ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "not_on",
                        "The automation is a draft, or paused. Switch it on in the console, then call again.");
        }
    }

    private IncomingCalls.Address address(HttpServletRequest request) {
        String typed = request.getRequestURI().substring(ApiPaths.CALLS.length());
        Optional<IncomingCalls.Address> found = Secret.parse(typed).flatMap(calls::find);
        Knock knock =
                Knock.at(found.isPresent() ? Door.AUTOMATION_CALL : Door.AUTOMATION_ADDRESS, request.getRemoteAddr());
        admit(found.map(each -> knock.withKey(each.automation().toString())).orElse(knock));
        return found.orElseThrow(
                () -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "No automation has this address: mistyped, replaced by a newer one, or of a workspace that is suspended."));
    }

    private void admit(Knock knock) {
        if (limits.knock(knock) instanceof Admission.Refused(var delay)) {
            throw new ApiProblem(ApiProblems.tooMany(), Optional.of(delay));
        }
    }

    /** What it says beside whom it means is not looked at: other programs send much. */
    private IncomingCall call(HttpServletRequest request, byte[] body) {
        JsonNode said = json.read(body);
        Optional<ContactId> contact = text(said, "contact_id").flatMap(ContactId::parse);
        Optional<EmailAddress> email = text(said, "email").flatMap(EmailAddress::parse);
        if (contact.isEmpty() && email.isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid_request",
                    "The body must be a JSON object with an email, or with the contact_id of a contact.");
        }
        var name = new PersonName(part(said, "first_name"), part(said, "last_name"));
        return new IncomingCall(contact, email, name, word(request, body));
    }

    private static Optional<String> text(JsonNode said, String name) {
        return Optional.of(said.path(name))
                .filter(JsonNode::isString)
                .map(value -> value.asString().strip());
    }

    private static String part(JsonNode said, String name) {
        return text(said, name)
                .filter(each -> each.length() <= PersonName.LONGEST_PART && Fields.isPlain(each))
                .orElse("");
    }

    /** The word that the caller gives its call, else the body itself. */
    private static String word(HttpServletRequest request, byte[] body) {
        return Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .or(() -> Optional.ofNullable(request.getHeader("webhook-id")))
                .filter(word -> WORD.matcher(word).matches())
                .orElseGet(() -> "sha256 " + hash(body));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }

    private void answer(HttpServletResponse response, String state) throws IOException {
        byte[] body = json.write(Map.of("state", state));
        response.setStatus(HttpStatus.ACCEPTED.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
