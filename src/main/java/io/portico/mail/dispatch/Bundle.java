package io.portico.mail.dispatch;

import io.portico.kernel.WorkspaceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Some mails of one workspace on their way: composed together, then handed over in small portions. Before each portion it
 * is asked anew whether its mails may still go, so that a run that was stopped sends not one mail more than the portion in
 * flight; after each it is noted what has left, so that of a node that dies no more than the portion goes out twice.
 */
final class Bundle {
    /** Both questions to the database are asked once a portion. */
    private static final int PORTION = 50;

    private final Claims claims;
    private final Postman postman;
    private final Settlements settlements;
    private final WorkspaceId workspace;

    private final Deque<Errand.ToDo> waiting = new ArrayDeque<>();
    private final List<Errand.Done> done = new ArrayList<>();

    Bundle(Claims claims, Postman postman, Settlements settlements, WorkspaceId workspace) {
        this.claims = claims;
        this.postman = postman;
        this.settlements = settlements;
        this.workspace = workspace;
    }

    /** Present when a mail met something that every other would meet as well; nothing is in hand afterwards. */
    Optional<Outcome.Deferred> carry(List<Claim> bundle, BooleanSupplier working) {
        for (Errand errand : postman.prepare(workspace, bundle)) {
            switch (errand) {
                case Errand.ToDo todo -> waiting.add(todo);
                case Errand.Done finished -> done.add(finished);
            }
        }
        Optional<Outcome.Deferred> stopped = Optional.empty();
        while (!waiting.isEmpty() && stopped.isEmpty() && working.getAsBoolean()) {
            stopped = handOverSome();
            note();
        }
        putDown(stopped);
        note();
        return stopped;
    }

    private Optional<Outcome.Deferred> handOverSome() {
        List<Errand.ToDo> portion = standing(waiting.stream().limit(PORTION).toList());
        if (portion.isEmpty()) {
            return Optional.empty();
        }
        List<Errand.Done> handed = postman.handOver(workspace, portion);
        Set<Claim> finished = handed.stream().map(Errand.Done::claim).collect(Collectors.toSet());
        waiting.removeIf(todo -> finished.contains(todo.claim()));
        done.addAll(handed);
        return handed.stream().flatMap(errand -> outage(errand).stream()).findFirst();
    }

    /** Puts those back that may not go any more. */
    private List<Errand.ToDo> standing(List<Errand.ToDo> portion) {
        Set<Claim> standing = claims.standing(
                workspace, portion.stream().map(Errand.ToDo::claim).toList());
        List<Claim> fallen = portion.stream()
                .map(Errand.ToDo::claim)
                .filter(claim -> !standing.contains(claim))
                .toList();
        if (!fallen.isEmpty()) {
            claims.release(fallen);
            waiting.removeIf(todo -> fallen.contains(todo.claim()));
        }
        return portion.stream().filter(todo -> standing.contains(todo.claim())).toList();
    }

    private static Optional<Outcome.Deferred> outage(Errand.Done errand) {
        return errand.outcome() instanceof Outcome.Deferred deferred
                        && deferred.fault().isOutage()
                ? Optional.of(deferred)
                : Optional.empty();
    }

    private void note() {
        settlements.settle(done);
        done.clear();
    }

    /** What has not left when the way is blocked waits with the others; at the worker's end it goes back as it was. */
    private void putDown(Optional<Outcome.Deferred> stopped) {
        if (stopped.isPresent()) {
            Outcome.Deferred met = stopped.get();
            waiting.forEach(todo ->
                    done.add(new Errand.Done(todo.claim(), new Outcome.Deferred(met.fault(), met.reply(), true))));
        } else if (!waiting.isEmpty()) {
            claims.release(waiting.stream().map(Errand.ToDo::claim).toList());
        }
        waiting.clear();
    }
}
