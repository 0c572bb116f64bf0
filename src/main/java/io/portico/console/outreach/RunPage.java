package io.portico.console.outreach;

import io.portico.contacts.Contact;
import io.portico.kernel.Labelled;
import io.portico.mail.BatchProgress;
import io.portico.mail.BatchState;
import io.portico.mail.MailFault;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailOutcome;
import io.portico.mail.MailState;
import io.portico.mail.ReturnKind;
import io.portico.mail.SkipReason;
import io.portico.outreach.Run;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run: how far it is, and its ledger.
 *
 * @param now when it was looked at
 * @param only what the ledger is narrowed to
 * @param after the last mail of the ledger's page before; empty for the first page
 */
public record RunPage(
        ConsoleVisit visit,
        Run run,
        String by,
        BatchProgress progress,
        Instant now,
        Map<MailFault, Long> failures,
        Map<SkipReason, Long> skipped,
        Optional<MailOutcome> only,
        String after,
        List<Line> lines,
        boolean hasMore)
        implements PageModel {
    /** One recipient; the contact is empty for a typed entry that is nobody's, or for one deleted since. */
    public record Line(MailLogEntry mail, Optional<Contact> contact) {}

    public RunPage {
        lines = List.copyOf(lines);
        failures = Map.copyOf(failures);
        skipped = Map.copyOf(skipped);
    }

    /** How many failed mails could arrive if they were tried again. */
    public long retryable() {
        return failures.entrySet().stream()
                .filter(failed -> failed.getKey().mayBeTriedAgain())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String title() {
        return label(run.kind());
    }

    public String summary() {
        return RunSummary.of(this, progress, now);
    }

    /** "1,200 a minute · some 12 minutes left", while the run is going and that is known. */
    public String pace() {
        return progress.timeLeft()
                .filter(left -> mayBePaced())
                .map(left -> t("run.pace", texts().number(Math.round(progress.perMinute())), roughly(left)))
                .orElse("");
    }

    /** In whole minutes below an hour and a half, in whole hours below two days, then in days. */
    private String roughly(Duration left) {
        long minutes = Math.max(1, left.toMinutes());
        if (minutes < 90) {
            return texts().lasting(Duration.ofMinutes(minutes));
        }
        long hours = Math.round(minutes / 60.0);
        return texts().lasting(hours < 48 ? Duration.ofHours(hours) : Duration.ofDays(Math.round(hours / 24.0)));
    }

    private boolean mayBePaced() {
        return moves() && progress.scheduledFor(now).isEmpty();
    }

    public boolean mayStartNow() {
        return progress.scheduledFor(now).isPresent()
                && progress.state() == BatchState.RUNNING
                && visit.may(Permission.LET_IN);
    }

    public boolean mayExport() {
        return visit.may(Permission.EXPORT_PEOPLE);
    }

    /** What went wrong, and how often, the most frequent first. */
    public List<Map.Entry<MailFault, Long>> faults() {
        return failures.entrySet().stream()
                .sorted(Map.Entry.<MailFault, Long>comparingByValue().reversed())
                .toList();
    }

    /** Why some got no mail on purpose, and how many, the most frequent first. */
    public List<Map.Entry<SkipReason, Long>> skips() {
        return skipped.entrySet().stream()
                .sorted(Map.Entry.<SkipReason, Long>comparingByValue().reversed())
                .toList();
    }

    /** What came back about mails that had left, the gravest first. */
    public List<ReturnKind> returns() {
        return Arrays.stream(ReturnKind.values())
                .filter(kind -> progress.count(kind) > 0)
                .toList();
    }

    /** What came back, in as few words as a tab has room for. */
    public String shortly(ReturnKind kind) {
        return switch (kind) {
            case COMPLAINED -> t("run.returned.complained");
            case BOUNCED -> t("run.returned.bounced");
            case NOT_DELIVERED -> t("run.returned.not-delivered");
            case DELAYED -> t("run.returned.delayed");
        };
    }

    public boolean isOnly(Labelled outcome) {
        return only.map(MailOutcome::is).filter(outcome::equals).isPresent();
    }

    /** Changes whenever the page would, on every node alike; cheap to ask before the ledger is read. */
    static String markOf(BatchProgress progress) {
        return Stream.concat(
                        Arrays.stream(MailState.values()).map(progress::count),
                        Arrays.stream(ReturnKind.values()).map(progress::count))
                .map(Object::toString)
                .collect(Collectors.joining(
                        "-",
                        progress.state().word() + "-",
                        "-" + Math.round(progress.perMinute())
                                + (progress.finishedAt().isPresent() ? "-end" : "")));
    }

    /** Whether something may still change, a mail in a worker's hands when the run was cancelled among it. */
    public boolean moves() {
        return !progress.isDone();
    }

    public boolean mayPause() {
        return moves()
                && progress.state() == BatchState.RUNNING
                && progress.scheduledFor(now).isEmpty()
                && visit.may(Permission.LET_IN);
    }

    public boolean mayResume() {
        return moves() && progress.state() == BatchState.PAUSED && visit.may(Permission.LET_IN);
    }

    public boolean mayCancel() {
        return moves() && progress.state() != BatchState.CANCELLED && visit.may(Permission.LET_IN);
    }

    public boolean mayRetry() {
        return retryable() > 0 && progress.state() != BatchState.CANCELLED && visit.may(Permission.LET_IN);
    }

    /** The states that occur in this run. */
    public List<MailState> states() {
        return Arrays.stream(MailState.values())
                .filter(state -> progress.count(state) > 0)
                .toList();
    }

    public String nameOf(Line line) {
        return line.contact()
                .map(Contact::display)
                .filter(name -> !name.isEmpty())
                .or(() -> line.mail().address())
                .orElseGet(() -> t("recipients.nameless"));
    }

    public String at(String below) {
        return visit.at("/runs/" + run.id() + below);
    }

    /** The address of the live part, which carries what the ledger is narrowed to. */
    public String livePath() {
        return at("/live?state=" + only.map(MailOutcome::word).orElse("") + "&after=" + after + "&seen="
                + markOf(progress));
    }

    public String nextPath() {
        return at("?state=" + only.map(MailOutcome::word).orElse("") + "&after="
                + lines.getLast().mail().id());
    }
}
