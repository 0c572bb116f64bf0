package io.portico.api.outreach;

import io.portico.api.ActorShown;
import io.portico.kernel.Language;
import io.portico.mail.BatchProgress;
import io.portico.mail.MailState;
import io.portico.mail.ReturnKind;
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
 * @param returns about how many mails that had left something came back, each by the gravest of it
 * @param startsAt when the first mail may leave, where that was put off
 */
record RunShown(
        String id,
        String kind,
        String state,
        boolean done,
        long total,
        Map<String, Long> counts,
        Map<String, Long> returns,
        Optional<String> note,
        Optional<String> language,
        Optional<Instant> startsAt,
        ActorShown createdBy,
        Instant createdAt) {
    static RunShown of(Run run, BatchProgress progress) {
        Map<String, Long> counts = Arrays.stream(MailState.values())
                .collect(Collectors.toMap(MailState::word, progress::count, Long::sum, TreeMap::new));
        Map<String, Long> returns = Arrays.stream(ReturnKind.values())
                .collect(Collectors.toMap(ReturnKind::word, progress::count, Long::sum, TreeMap::new));
        return new RunShown(
                run.id().toString(),
                run.kind().word(),
                progress.state().word(),
                progress.isDone(),
                progress.total(),
                counts,
                returns,
                run.note(),
                run.language().map(Language::tag),
                progress.startsAt(),
                ActorShown.of(run.by()),
                run.createdAt());
    }
}
