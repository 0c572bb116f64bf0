package io.portico.console.access;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.portico.access.keys.ApiKeys;
import io.portico.activity.Maker;
import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import io.portico.web.ConsoleVisit;
import io.portico.workspace.Operators;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What those are called who made things: the names of operators and of API keys, asked for once per list. */
@Component
public class MakerNames {
    private final Operators operators;
    private final ApiKeys keys;

    MakerNames(Operators operators, ApiKeys keys) {
        this.operators = operators;
        this.keys = keys;
    }

    /** An empty text for those that nobody made, or whose maker is gone. */
    public Map<Maker, String> of(ConsoleVisit visit, Collection<Maker> makers) {
        Map<OperatorId, String> people = operators.names(
                makers.stream().flatMap(each -> each.operator().stream()).collect(toSet()));
        Map<ApiKeyId, String> programs = keys.names(
                visit.workspaceId(),
                makers.stream().flatMap(each -> each.key().stream()).collect(toSet()));
        return makers.stream()
                .distinct()
                .collect(toUnmodifiableMap(
                        Function.identity(),
                        maker -> maker.operator()
                                .flatMap(id -> Optional.ofNullable(people.get(id)))
                                .or(() -> maker.key()
                                        .flatMap(id -> Optional.ofNullable(programs.get(id)))
                                        .map(name -> visit.t("activity.api-key", name)))
                                .orElse("")));
    }

    public String of(ConsoleVisit visit, Maker maker) {
        return of(visit, java.util.Set.of(maker)).getOrDefault(maker, "");
    }
}
