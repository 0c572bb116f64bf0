package io.portico.api.outreach;

import io.portico.api.ActorShown;
import io.portico.kernel.Language;
import io.portico.mail.BatchProgress;
import io.portico.mail.MailState;
import io.portico.outreach.Run;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run as the API shows it.
 *
 * @param counts how many of its mails are in each state
 * @param startsAt when the first mail may leave, where that was put off
 */
record RunShown(
        String id,
        String kind,
        String state,
        boolean done,
        long total,
        Map<String, Long> counts,
        Optional<String> note,
        Optional<String> language,
        Optional<Instant> startsAt,
        ActorShown createdBy,
        Instant createdAt) {
    static RunShown of(Run run, BatchProgress progress) {
        Map<String, Long> counts = Arrays.stream(MailState.values())
                .collect(Collectors.toMap(MailState::word, progress::count, Long::sum, TreeMap::new));
        return new RunShown(
                run.id().toString(),
                run.kind().word(),
                progress.state().word(),
                progress.isDone(),
                progress.total(),
                counts,
                run.note(),
                run.language().map(Language::tag),
                progress.startsAt(),
                ActorShown.of(run.by()),
                run.createdAt());
    }
}
