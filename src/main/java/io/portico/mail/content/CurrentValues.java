package io.portico.mail.content;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.CustomValue;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValues;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The values a workspace defined, as they were within the last second. */
@Component
class CurrentValues {
    private final ShortMemory<WorkspaceId, Map<CustomValue, String>> memory;
    private final Function<WorkspaceId, List<OwnValue>> own;

    @Autowired
    CurrentValues(OwnValues own, Clock clock) {
        this(own::all, clock);
    }

    CurrentValues(Function<WorkspaceId, List<OwnValue>> own, Clock clock) {
        this.own = own;
        this.memory = new ShortMemory<>(clock);
    }

    Map<CustomValue, String> of(WorkspaceId workspace) {
        return memory.get(
                workspace,
                () -> own.apply(workspace).stream()
                        .collect(Collectors.toUnmodifiableMap(OwnValue::name, OwnValue::value)));
    }
}
