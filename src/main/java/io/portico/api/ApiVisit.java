package io.portico.api;

import io.portico.access.keys.ApiKey;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * A program at work in the workspace of its key. A handler that takes one names the scope it {@link NeedsScope needs};
 * the visit exists only when the key has it.
 */
public final class ApiVisit {
    static final String BODY = ApiVisit.class.getName() + ".body";
    private static final Set<String> OF_PAGING = Set.of("limit", "cursor");

    private final ApiKey key;
    private final Workspace workspace;
    private final HttpServletRequest request;
    private final ApiParts parts;

    ApiVisit(ApiKey key, Workspace workspace, HttpServletRequest request, ApiParts parts) {
        this.key = key;
        this.workspace = workspace;
        this.request = request;
        this.parts = parts;
    }

    public Workspace workspace() {
        return workspace;
    }

    public WorkspaceId workspaceId() {
        return workspace.id();
    }

    public Actor actor() {
        return new Actor.ApiKey(key.id(), request.getRemoteAddr());
    }

    public Query query() {
        return new Query(request);
    }

    /** What an {@link Inquiry} found out about this request. */
    public <T> Optional<T> known(Class<T> kind) {
        return Optional.ofNullable(request.getAttribute(kind.getName())).map(kind::cast);
    }

    /** The body's fields; none when there is no body. */
    public Fields body() {
        return request.getAttribute(BODY) instanceof JsonNode body ? Fields.of(body) : Fields.absent();
    }

    /** For actions that take nothing: refuses whatever was sent along. */
    public void takesNothing() {
        query().end();
        body().end();
    }

    /** Which page the query asks for; the caller still {@linkplain Query#end ends} the query. */
    public Paging paging(Query query) {
        String list = list();
        Optional<String> after = query.parsed(
                "cursor",
                text -> parts.cursors().read(workspace.id(), list, text),
                "It must be the value of next from the page before, with the same filters.");
        return new Paging(query.limit(), after, place -> parts.cursors().at(workspace.id(), list, place));
    }

    private String list() {
        Map<String, String> said = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> said.put(name, Arrays.toString(values)));
        said.keySet().removeAll(OF_PAGING);
        return request.getRequestURI() + said;
    }

    /**
     * Holds the request to its {@code If-Match}, if it has one.
     *
     * @param now the representation as it is, held until the change is made
     * @throws ApiProblem when it is another than the program has seen
     */
    public void mustMatch(Object now) {
        String condition = request.getHeader(HttpHeaders.IF_MATCH);
        if (condition != null && !EntityTag.of(parts.json().write(now)).isIn(condition)) {
            throw ApiProblem.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed_meanwhile",
                    "It was changed since it was read: its ETag is another than the one in If-Match. Read it again.");
        }
    }

    /** The id in the path, of something of this workspace. */
    public static <T> T id(String text, Function<String, Optional<T>> parse) {
        return parse.apply(text).orElseThrow(ApiProblem::notFound);
    }
}
