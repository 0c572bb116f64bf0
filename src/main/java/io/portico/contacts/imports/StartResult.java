package io.portico.contacts.imports;

import io.portico.contacts.csv.ColumnTarget;
import java.util.Set;

/** What came of the wish to start an import. */
public sealed interface StartResult {
    record Started() implements StartResult {}

    /** There is no row to import. */
    record Empty() implements StartResult {}

    /** Some bytes are no text in the chosen encoding; importing would garble them. */
    record Unreadable() implements StartResult {}

    /** More than one column goes to the same place. */
    record Repeated(Set<ColumnTarget> targets) implements StartResult {
        public Repeated {
            targets = Set.copyOf(targets);
        }
    }

    /** No column says who a row is about: neither name nor address nor phone number. */
    record Nobody() implements StartResult {}

    /** The targets do not fit the columns of the file, as after another dialect was chosen elsewhere. */
    record OtherColumns() implements StartResult {}

    /** It was started, or discarded, already. */
    record NoDraft() implements StartResult {}
}
