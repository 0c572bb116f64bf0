package io.portico.api.mail;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValueResult;
import io.portico.mail.OwnValues;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Defines the workspace's own custom values, {@code custom_values.opening_hours}. */
@ApiController
class OwnValuesController {
    private static final int LONGEST = 2_000;

    private final OwnValues values;

    OwnValuesController(OwnValues values) {
        this.values = values;
    }

    /** Defines it, or changes what it says. Mails written a second later carry it. */
    @PutMapping("/api/v1/custom-values/{value}")
    @NeedsScope(ApiScope.TEMPLATES_WRITE)
    ApiAnswer define(ApiVisit visit, @PathVariable String value) {
        visit.query().end();
        OwnValue wanted = wanted(visit.body(), key(value));
        boolean isThere = values.find(visit.workspaceId(), wanted.key()).isPresent();
        OwnValueResult result = isThere
                ? values.change(visit.workspaceId(), wanted, visit.actor())
                : values.add(visit.workspaceId(), wanted, visit.actor());
        requireDone(result);
        var shown = CustomValueShown.of(wanted.name(), Optional.of(wanted.value()));
        return isThere ? ApiAnswer.ok(shown) : ApiAnswer.created(shown);
    }

    private static OwnValue wanted(Fields body, String key) {
        if (!OwnValue.isKey(key)) {
            body.fault(
                    "",
                    "invalid_value",
                    "The key in the address has small Latin letters, digits and _, a letter first, at most %d."
                            .formatted(OwnValue.LONGEST_KEY));
        }
        Optional<String> text = body.parsed(
                "value",
                LONGEST,
                OwnValue::valueOf,
                "It must be one line of 1 to %d characters.".formatted(OwnValue.LONGEST_VALUE));
        if (text.isEmpty()) {
            body.missing("value");
        }
        body.end();
        return new OwnValue(key, text.orElseThrow(ApiProblem::notFound));
    }

    @DeleteMapping("/api/v1/custom-values/{value}")
    @NeedsScope(ApiScope.TEMPLATES_WRITE)
    ApiAnswer delete(ApiVisit visit, @PathVariable String value) {
        OwnValue known = values.find(visit.workspaceId(), key(value)).orElseThrow(ApiProblem::notFound);
        visit.takesNothing();
        requireDone(values.delete(visit.workspaceId(), known, visit.actor()));
        return ApiAnswer.done();
    }

    /** The name as it is listed is understood too. */
    private static String key(String value) {
        return value.startsWith("custom_values.") ? value.substring("custom_values.".length()) : value;
    }

    private static void requireDone(OwnValueResult result) {
        switch (result) {
            case OwnValueResult.Done done -> {}
            case OwnValueResult.InUse(var uses) ->
                throw ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "value_in_use",
                        "%d texts use it. Take it out of them first.".formatted(uses.size()));
            case OwnValueResult.TooMany no ->
                throw ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "too_many_values",
                        "The workspace has %d custom values, as many as it may have.".formatted(OwnValue.MOST));
            case OwnValueResult.Taken meanwhile ->
                throw ApiProblem.of(HttpStatus.CONFLICT, "defined_meanwhile", "It was defined just now. Send again.");
            case OwnValueResult.Gone gone -> throw ApiProblem.notFound();
        }
    }
}
