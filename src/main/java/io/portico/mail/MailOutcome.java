package io.portico.mail;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** What became of a mail, to narrow ledger and mail log by: how it stands, or the gravest of what came back about it. */
public sealed interface MailOutcome {
    record Stands(MailState state) implements MailOutcome {
        @Override
        public Labelled is() {
            return state;
        }
    }

    record CameBack(ReturnKind kind) implements MailOutcome {
        @Override
        public Labelled is() {
            return kind;
        }
    }

    Labelled is();

    default String word() {
        return is().word();
    }

    /** No word is both a state and a kind of return. */
    static Optional<MailOutcome> parse(String word) {
        return Labelled.parse(MailState.class, word)
                .<MailOutcome>map(Stands::new)
                .or(() -> Labelled.parse(ReturnKind.class, word).map(CameBack::new));
    }

    /** As a condition over a row of the outbox of this name, with the parameter {@code outcome}. */
    static String condition(MailOutcome wanted, String row) {
        return switch (wanted) {
            case Stands(MailState state) -> row + ".state = :outcome";
            case CameBack(ReturnKind kind) -> MailLogRow.cameBack(row);
        };
    }
}
