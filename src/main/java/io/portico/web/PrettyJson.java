package io.portico.web;

import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON laid out for people to read. */
public final class PrettyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("")))
            .build();

    private PrettyJson() {}

    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The same JSON as it was sent. */
    public static String of(String json) {
        return MAPPER.writeValueAsString(MAPPER.readTree(json));
    }
}
