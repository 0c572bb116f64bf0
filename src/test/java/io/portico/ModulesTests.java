package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house and the arrows between them: {@code docs/architecture.md} draws what holds here. */
class ModulesTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(PorticoApplication.class);

    /** From the roof to the ground: a room asks only rooms that stand after it. */
    private static final List<String> ROOMS = List.of(
            "demo",
            "host",
            "console",
            "portal",
            "api",
            "bounces",
            "web",
            "automation",
            "webhooks",
            "dashboard",
            "outreach",
            "apps",
            "access",
            "domains",
            "mail",
            "contacts",
            "workspace",
            "activity",
            "tenancy",
            "jobs",
            "limits",
            "installation",
            "kernel");

    @Test
    void askEachOtherOnlyAsTheyDeclareAndOnlyForWhatIsOpen() {
        MODULES.verify();
    }

    @Test
    void haveAPlaceInTheHouse() {
        assertThat(names()).isNotEmpty().isSubsetOf(ROOMS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void declareWhomTheyAsk(String room) throws ClassNotFoundException {
        var declared = Class.forName("io.portico." + room + ".package-info").getAnnotation(ApplicationModule.class);

        assertThat(declared).as("@ApplicationModule of " + room).isNotNull();
        assertThat(declared.allowedDependencies())
                .extracting(dependency -> dependency.split(" :: ")[0])
                .as("rooms below " + room)
                .isSubsetOf(below(room));
    }

    @ParameterizedTest
    @MethodSource("names")
    void askOnlyWhatLiesBelow(String room) {
        assertThat(asked(room)).isSubsetOf(below(room));
    }

    @ParameterizedTest
    @MethodSource("names")
    void askEverybodyTheyDeclare(String room) throws ClassNotFoundException {
        var declared = Class.forName("io.portico." + room + ".package-info").getAnnotation(ApplicationModule.class);

        assertThat(asked(room))
                .containsAll(Stream.of(declared.allowedDependencies())
                        .map(dependency -> dependency.split(" :: ")[0])
                        .toList());
    }

    private static List<String> asked(String room) {
        return MODULES.getModuleByName(room).orElseThrow().getDirectDependencies(MODULES).stream()
                .map(ApplicationModuleDependency::getTargetModule)
                .map(module -> module.getIdentifier().toString())
                .toList();
    }

    static Stream<String> names() {
        return MODULES.stream().map(module -> module.getIdentifier().toString());
    }

    private static List<String> below(String room) {
        return ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
    }
}
