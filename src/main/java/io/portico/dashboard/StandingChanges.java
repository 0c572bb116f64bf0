package io.portico.dashboard;

import io.portico.activity.ActivityEntry;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChange;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads out of the log's entries how contacts came to stand differently. */
@Component
class StandingChanges {
    private final JsonMapper json;

    StandingChanges(JsonMapper json) {
        this.json = json;
    }

    /** Empty for the entry of a fact that is no {@link io.portico.contacts.StandingChanged}. */
    Optional<StandingChange> in(ActivityEntry entry) {
        JsonNode before = entry.details().path("before");
        JsonNode after = entry.details().path("after");
        if (!before.isObject() || !after.isObject() || before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(
                new StandingChange(json.treeToValue(before, Standing.class), json.treeToValue(after, Standing.class)));
    }
}
