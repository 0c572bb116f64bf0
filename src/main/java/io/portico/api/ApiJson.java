package io.portico.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as the API takes and gives it. Taken is RFC 8259 in UTF-8 and nothing looser: no duplicate names, no nesting
 * beyond {@value #DEEPEST} levels, nothing after the end. Given are snake_case names, and {@code null} for what is not
 * known.
 */
@Component
public class ApiJson {
    static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 30;
    private static final int MOST_TOKENS = 200_000;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** @throws ApiProblem when it is no such JSON */
    public JsonNode read(byte[] bytes) {
        try {
            return mapper.readTree(textOf(bytes));
        } catch (StreamConstraintsException absurd) {
            throw refused(
                    "It is nested deeper than %d levels, holds more than %d names and values, or a name or number in it is too long."
                            .formatted(DEEPEST, MOST_TOKENS));
        } catch (JacksonException no) {
            throw refused(where(no) + no.getOriginalMessage());
        }
    }

    private static String where(JacksonException no) {
        return no.getLocation() == null
                ? ""
                : "Line %d, column %d: "
                        .formatted(
                                no.getLocation().getLineNr(), no.getLocation().getColumnNr());
    }

    private static String textOf(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("It is not UTF-8.");
        }
    }

    private static ApiProblem refused(String why) {
        return ApiProblem.of(HttpStatus.BAD_REQUEST, "invalid_json", "The body cannot be read as JSON. " + why);
    }

    /** @throws ApiProblem when it is no such JSON */
    public Fields fields(byte[] bytes) {
        return Fields.of(read(bytes));
    }

    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }
}
