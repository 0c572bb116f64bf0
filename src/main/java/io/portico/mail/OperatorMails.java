package io.portico.mail;

import io.portico.installation.Installation;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Permission;
import io.portico.workspace.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * News of a workspace for those of its operators who may do something about it. Whoever has left the workspace, or may no
 * longer, by the time the mail is written, gets none. The button leads to a page of the workspace in the console.
 */
@Component
public class OperatorMails {
    private final Operators operators;
    private final Workspaces workspaces;
    private final Outbox outbox;
    private final Installation installation;

    OperatorMails(Operators operators, Workspaces workspaces, Outbox outbox, Installation installation) {
        this.operators = operators;
        this.workspaces = workspaces;
        this.outbox = outbox;
        this.installation = installation;
    }

    /** Orders a mail to each; part of the caller's transaction. */
    public void order(WorkspaceId workspace, News news, Map<String, String> details) {
        List<NewMail> mails = operators.of(workspace).stream()
                .filter(colleague -> colleague.role().may(news.to()))
                .map(Colleague::operator)
                .map(operator -> news.mailTo(operator, details))
                .toList();
        outbox.enqueue(workspace, mails);
    }

    /**
     * What kind of news it is.
     *
     * @param to who is told: all who may do this
     */
    public record News(MailTemplate template, Permission to, Priority priority) {
        private NewMail mailTo(Operator operator, Map<String, String> details) {
            return new NewMail(
                    template, Optional.of(operator.id().value()), Optional.of(operator.email()), details, priority);
        }
    }

    /**
     * What it says beside its template.
     *
     * @param page where the button leads, below the workspace: {@code /settings/webhooks}
     */
    public record Content(Map<CustomValue, String> values, String page, Optional<String> note) {
        public Content {
            values = Map.copyOf(values);
        }

        public static Content leadingTo(String page) {
            return new Content(Map.of(), page, Optional.empty());
        }

        public Content with(CustomValue value, String filled) {
            Map<CustomValue, String> more = new HashMap<>(values);
            more.put(value, filled);
            return new Content(more, page, note);
        }

        public Content noting(String text) {
            return new Content(values, page, Optional.of(text));
        }
    }

    public Composition compose(MailOrder order, News news, Function<Operator, Content> content) {
        return order.recipient()
                .map(OperatorId::new)
                .filter(id -> operators
                        .roleIn(order.workspace(), id)
                        .filter(role -> role.may(news.to()))
                        .isPresent())
                .flatMap(operators::find)
                .<Composition>map(operator -> ready(order.workspace(), operator, content.apply(operator)))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private Composition.Ready ready(WorkspaceId workspace, Operator operator, Content content) {
        return new Composition.Ready(
                operator.email(),
                operator.language(),
                content.values(),
                installation.consoleUrl() + "/w/" + workspaces.get(workspace).slug() + content.page(),
                Optional.empty(),
                content.note());
    }
}
