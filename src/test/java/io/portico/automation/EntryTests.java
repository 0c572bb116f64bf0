package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.automation.Entry.Waited;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryTests {
    private static final AutomationId GREET = new AutomationId(UUID.randomUUID());

    private static Entry anEntry(AutomationId of, int version, int step, Waited waited, int depth) {
        return new Entry(
                new WorkspaceId(UUID.randomUUID()),
                new EntryId(UUID.randomUUID()),
                of,
                "Greet",
                new ContactId(UUID.randomUUID()),
                version,
                Definition.once(new Trigger.Joined(), List.of()),
                step,
                waited,
                depth);
    }

    @Test
    void goOnSideBySideOnlyAtTheSamePlace() {
        Entry one = anEntry(GREET, 1, 2, Waited.TO_THE_END, 0);

        assertThat(one.isBeside(anEntry(GREET, 1, 2, Waited.TO_THE_END, 0))).isTrue();
        assertThat(Stream.of(
                        anEntry(new AutomationId(UUID.randomUUID()), 1, 2, Waited.TO_THE_END, 0),
                        anEntry(GREET, 2, 2, Waited.TO_THE_END, 0),
                        anEntry(GREET, 1, 3, Waited.TO_THE_END, 0),
                        anEntry(GREET, 1, 2, Waited.UNTIL_IT_HAPPENED, 0),
                        anEntry(GREET, 1, 2, Waited.TO_THE_END, 1)))
                .noneMatch(one::isBeside);
    }
}
