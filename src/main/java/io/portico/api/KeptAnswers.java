package io.portico.api;

import static org.springframework.http.HttpHeaders.CONTENT_TYPE;
import static org.springframework.http.HttpHeaders.ETAG;

import io.portico.api.KeptAnswerStore.Row;
import io.portico.api.KeptAnswerStore.Ticket;
import io.portico.installation.ApplicationKey;
import io.portico.installation.Seal;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;

/**
 * Remembers what a request with an {@code Idempotency-Key} was answered, for a day. The answer is written in the
 * transaction of what the request did: both are there, or neither is, wherever a node is killed.
 */
@Component
class KeptAnswers {
    static final Duration KEPT = Duration.ofHours(24);

    private final KeptAnswerStore store;
    /** An answer may hold a magic link; bound to the API key and the idempotency key it was given to. */
    private final Seal seal;

    private final ApiJson json;
    private final Clock clock;

    KeptAnswers(KeptAnswerStore store, ApplicationKey key, ApiJson json, Clock clock) {
        this.store = store;
        this.seal = key.seal("api-answer");
        this.json = json;
        this.clock = clock;
    }

    /** False while another request of the same ticket is under way. */
    boolean hold(Ticket ticket) {
        return store.hold(ticket);
    }

    /**
     * Gives the answer that the ticket got before; false when it is new.
     *
     * @throws ApiProblem when it came before with another request
     */
    boolean replay(Ticket ticket, byte[] asked, ContentCachingResponseWrapper response) throws IOException {
        Instant since = clock.instant().minus(KEPT);
        Optional<Row> row = store.find(ticket, since);
        if (row.isEmpty()) {
            return false;
        }
        if (!MessageDigest.isEqual(row.get().asked(), asked)) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency_key_reused",
                    "This Idempotency-Key came before with another request. Choose a new one for a new request.");
        }
        Optional<byte[]> answer = seal.open(ticket.text(), row.get().sealed());
        if (answer.isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "answer_unreadable",
                    "The request was done, but its answer was kept under another key of this installation.");
        }
        give(json.read(answer.get()), response);
        return true;
    }

    private static void give(JsonNode answer, ContentCachingResponseWrapper response) throws IOException {
        response.setStatus(answer.path("status").asInt());
        response.setHeader("Idempotent-Replayed", "true");
        for (String name : new String[] {CONTENT_TYPE, ETAG}) {
            String value = answer.path(name).asString("");
            if (!value.isEmpty()) {
                response.setHeader(name, value);
            }
        }
        response.getOutputStream()
                .write(Base64.getDecoder().decode(answer.path("body").asString("")));
    }

    void keep(Ticket ticket, byte[] asked, ContentCachingResponseWrapper response) {
        byte[] plain = json.write(Map.of(
                "status",
                response.getStatus(),
                CONTENT_TYPE,
                Objects.requireNonNullElse(response.getContentType(), ""),
                ETAG,
                Objects.requireNonNullElse(response.getHeader(ETAG), ""),
                "body",
                Base64.getEncoder().encodeToString(response.getContentAsByteArray())));
        store.keep(ticket, new Row(asked, seal.seal(ticket.text(), plain)), clock.instant());
    }
}
