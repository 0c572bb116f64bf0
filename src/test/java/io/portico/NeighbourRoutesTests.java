package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor.Page;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every route of a workspace, asked over HTTP by a neighbour: nothing tells what is not there from what is theirs. */
class NeighbourRoutesTests extends RouteTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"");

    @TestFactory
    Stream<DynamicTest> hideOtherWorkspaces() {
        return each(routes().filter(Route::isInWorkspace), route -> {
            String unknown = answerOf(route, with(theirs, "workspace", "nobody-here"));

            assertThat(answerOf(route, theirs)).isEqualTo(unknown).startsWith("404");
        });
    }

    @TestFactory
    Stream<DynamicTest> hideTheThingsOfOtherWorkspaces() {
        return each(routes().filter(NeighbourRoutesTests::namesAThing), route -> {
            assertThat(theirs.keySet()).containsAll(route.variables());
            String slug = acme.slug().value();
            String unknown = answerOf(route, with(nothings(), "workspace", slug));

            assertThat(answerOf(route, with(theirs, "workspace", slug)))
                    .isEqualTo(unknown)
                    .startsWith("404");
        });
    }

    @TestFactory
    Stream<DynamicTest> hideTheThingsOfOtherWorkspacesBelowOwnContacts() {
        return each(routes().filter(route -> route.path().matches(".*\\{contact}/.*\\{.*")), route -> {
            String unknown = answerOf(route, ownContactWith(nothings()));

            assertThat(answerOf(route, ownContactWith(theirs)))
                    .isEqualTo(unknown)
                    .startsWith("404");
        });
    }

    /** Every workspace has all templates in all languages, so these are nobody's. */
    private static boolean namesAThing(Route route) {
        return route.isInWorkspace()
                && !Set.of("workspace", "template", "language").containsAll(route.variables());
    }

    private Map<String, String> ownContactWith(Map<String, String> others) {
        return with(with(others, "workspace", acme.slug().value()), "contact", ours.get("contact"));
    }

    /** What a visitor could tell apart: the status and the page, without what they sent themselves. */
    private String answerOf(Route route, Map<String, String> values) {
        String path = route.filled(values);
        Page page = ask(owner.twin(), route, path);
        return page.status() + " " + page.location() + "\n"
                + TOKEN.matcher(page.body()).replaceAll("").replace(path, "");
    }

    /** Ids that never were. */
    private Map<String, String> nothings() {
        return theirs.keySet().stream()
                .collect(
                        Collectors.toMap(name -> name, name -> UUID.randomUUID().toString()));
    }
}
