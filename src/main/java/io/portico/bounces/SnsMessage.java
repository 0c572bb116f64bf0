package io.portico.bounces;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A message of Amazon SNS as it is posted, and what of it is signed. */
record SnsMessage(JsonNode fields) {
    private static final List<String> OF_NOTIFICATIONS =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATIONS =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    static SnsMessage in(JsonNode fields) {
        return new SnsMessage(fields);
    }

    String type() {
        return field("Type");
    }

    String field(String name) {
        return fields.path(name).asString("");
    }

    /** Name and value of each field, a line each; a field that is not there is left out. */
    byte[] signed() {
        var text = new StringBuilder();
        for (String name : type().equals("Notification") ? OF_NOTIFICATIONS : OF_CONFIRMATIONS) {
            if (fields.path(name).isString()) {
                text.append(name).append('\n').append(field(name)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
