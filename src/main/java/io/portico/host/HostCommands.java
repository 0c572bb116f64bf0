package io.portico.host;

import io.portico.activity.Actor;
import io.portico.kernel.Slug;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * {@code suspend SLUG [--reason=TEXT]} and {@code resume SLUG}. They run in a process of their own beside the nodes, on
 * the same settings, and reach them through the database alone: no door is opened for them, and whoever may read the data
 * folder, or knows the database's password, may use them.
 */
public final class HostCommands {
    private static final Set<String> COMMANDS = Set.of("suspend", "resume");
    private static final Actor HOST = new Actor.Host();
    private static final int LONGEST_REASON = 200;

    private final Workspaces workspaces;

    private HostCommands(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** Whether these are the arguments of a command, not of a node. */
    public static boolean are(String... arguments) {
        return Arrays.stream(arguments).anyMatch(COMMANDS::contains);
    }

    /** Runs the command; 0 when all is as was asked, else 1, with one line on stderr. */
    public static int run(String... arguments) {
        var application = new SpringApplicationBuilder(HostSetup.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .beanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator());
        try (var context = application.run(arguments)) {
            return new HostCommands(context.getBean(Workspaces.class))
                    .run(context.getBean(ApplicationArguments.class))
                    .print();
        } catch (RuntimeException toldAlready) {
            return 1;
        }
    }

    /** What is said, and whether it is a failure. */
    private record Said(boolean failed, String line) {
        int print() {
            (failed ? System.err : System.out).println(failed ? "portico: " + line : line);
            return failed ? 1 : 0;
        }
    }

    private Said run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() != 2) {
            return new Said(
                    true, words.getFirst() + " needs the workspace's sub-domain, like: " + words.getFirst() + " acme");
        }
        String name = words.getLast();
        Optional<Workspace> found = Slug.parse(name).flatMap(workspaces::withSlug);
        return found.map(workspace -> switch (words.getFirst()) {
                    case "suspend" -> suspend(workspace, reason(arguments));
                    default -> resume(workspace);
                })
                .orElseGet(() -> new Said(true, "there is no workspace \"" + name + "\""));
    }

    private Said suspend(Workspace workspace, String reason) {
        boolean changed = workspaces.suspend(workspace.id(), reason, HOST);
        return new Said(
                false,
                changed
                        ? "Suspended " + workspace.slug() + " (" + workspace.name() + "). Its portal is closed and its"
                                + " mails wait. To end it: resume " + workspace.slug()
                        : workspace.slug() + " was suspended already. Nothing changed.");
    }

    private Said resume(Workspace workspace) {
        boolean changed = workspaces.resume(workspace.id(), HOST);
        return new Said(
                false,
                changed
                        ? "Resumed " + workspace.slug() + " (" + workspace.name()
                                + "). Its portal is open and its mails" + " go on."
                        : workspace.slug() + " was not suspended. Nothing changed.");
    }

    private static String reason(ApplicationArguments arguments) {
        List<String> given =
                Optional.ofNullable(arguments.getOptionValues("reason")).orElse(List.of());
        String line = String.join(" ", given).replaceAll("\\p{Cntrl}", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
