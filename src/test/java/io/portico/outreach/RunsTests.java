package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RunsTests extends PorticoTest {
    private static final RunWords WORDS = new RunWords(Optional.of("See you soon."), Optional.of(Language.KO));

    @Autowired
    private Runs runs;

    @Autowired
    private MailBatches batches;

    @Autowired
    private Outbox outbox;

    @Test
    void keepsWhoStartedARunAndWithWhichWords() {
        Workspace workspace = aWorkspace();
        Operator owner = ownerOf(workspace);

        RunId id =
                runs.start(workspace.id(), RunKind.INVITATIONS, WORDS, by(owner.id()), run -> twoRows(workspace, run));

        Run run = runs.find(workspace.id(), id).orElseThrow();
        assertThat(run.kind()).isEqualTo(RunKind.INVITATIONS);
        assertThat(run.by()).contains(owner.id());
        assertThat(run.note()).contains("See you soon.");
        assertThat(run.language()).contains(Language.KO);
        assertThat(batches.progress(workspace.id(), id).total()).isEqualTo(2);
    }

    @Test
    void tellsTheLogForHowManyItWas() {
        Workspace workspace = aWorkspace();

        runs.start(workspace.id(), RunKind.LOGIN_EMAILS, RunWords.NONE, PORTICO, run -> twoRows(workspace, run));

        ActivityEntry started = activity.latest(workspace.id(), 1).getFirst();
        assertThat(started.kind()).isEqualTo("run.started");
        assertThat(started.details().path("text").asString()).isEqualTo("2");
    }

    @Test
    void startsWhollyOrNotAtAll() {
        Workspace workspace = aWorkspace();

        assertThatThrownBy(() -> runs.start(workspace.id(), RunKind.LOGIN_EMAILS, RunWords.NONE, PORTICO, run -> {
                    throw new IllegalArgumentException("half way");
                }))
                .hasMessage("half way");

        assertThat(runs.latest(workspace.id(), 10)).isEmpty();
    }

    @Test
    void areListedNewestFirstAndToTheirOwnWorkspaceAlone() {
        Workspace workspace = aWorkspace();
        RunId first = runs.start(workspace.id(), RunKind.INVITATIONS, WORDS, PORTICO, run -> 0);
        RunId second = runs.start(workspace.id(), RunKind.LOGIN_EMAILS, WORDS, PORTICO, run -> 0);

        assertThat(runs.latest(workspace.id(), 10)).extracting(Run::id).containsExactly(second, first);
        assertThat(runs.latest(workspace.id(), 1)).extracting(Run::id).containsExactly(second);
        assertThat(runs.find(aWorkspace().id(), first)).isEmpty();
    }

    private long twoRows(Workspace workspace, RunId run) {
        var kim = aContact().in(workspace).id().value();
        return outbox.enqueue(
                        workspace.id(),
                        List.of(
                                NewMail.skipped(
                                        MailTemplate.LOGIN_EMAIL, kim, Optional.empty(), run, SkipReason.NO_ADDRESS),
                                NewMail.skipped(
                                        MailTemplate.LOGIN_EMAIL,
                                        kim,
                                        Optional.of(EmailAddress.of("kim@example.com")),
                                        run,
                                        SkipReason.COOLDOWN)))
                .size();
    }
}
