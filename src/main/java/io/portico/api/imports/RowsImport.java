package io.portico.api.imports;

import io.portico.api.ApiVisit;
import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.imports.ContactRows;
import io.portico.contacts.imports.ContactRows.Outcome;
import io.portico.contacts.imports.ImportVerdict;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Goes through the rows of a request, batch by batch, and says of each what became of it. */
@Component
class RowsImport {
    static final int MOST = 100_000;

    private static final int BATCH = 500;
    private static final String SOURCE = "api";

    private final ContactRows contacts;

    RowsImport(ContactRows contacts) {
        this.contacts = contacts;
    }

    void run(ApiVisit visit, Iterator<ImportLine> lines, VerdictStream verdicts) throws IOException {
        // Eight bytes of each address that came, and no more: as many as there may be rows.
        Set<Long> seen = new HashSet<>();
        List<ImportLine> batch = new ArrayList<>();
        for (int taken = 0; lines.hasNext(); taken++) {
            if (taken == MOST + 1) {
                throw new IOException("more rows than lines were counted");
            }
            batch.add(lines.next());
            if (batch.size() == BATCH || !lines.hasNext()) {
                apply(visit, batch, seen, verdicts);
                batch.clear();
            }
        }
        verdicts.end();
    }

    private void apply(ApiVisit visit, List<ImportLine> batch, Set<Long> seen, VerdictStream verdicts)
            throws IOException {
        List<ContactDraft> drafts = new ArrayList<>();
        List<Boolean> counts = new ArrayList<>();
        for (ImportLine line : batch) {
            boolean first = line instanceof ImportLine.Somebody(long row, ContactDraft draft) && isFirst(draft, seen);
            counts.add(first);
            if (first && line instanceof ImportLine.Somebody somebody) {
                drafts.add(somebody.draft());
            }
        }
        Iterator<Outcome> outcomes = drafts.isEmpty()
                ? List.<Outcome>of().iterator()
                : contacts.apply(visit.workspaceId(), drafts, SOURCE, visit.actor())
                        .iterator();
        for (int i = 0; i < batch.size(); i++) {
            tell(batch.get(i), counts.get(i) ? Optional.of(outcomes.next()) : Optional.empty(), verdicts);
        }
        verdicts.flush();
    }

    private static void tell(ImportLine line, Optional<Outcome> outcome, VerdictStream verdicts) throws IOException {
        switch (line) {
            case ImportLine.Refused refused ->
                verdicts.write(refused.row(), ImportVerdict.INVALID, Optional.empty(), refused.faults());
            case ImportLine.Somebody somebody ->
                verdicts.write(
                        somebody.row(),
                        outcome.map(Outcome::verdict).orElse(ImportVerdict.DUPLICATE),
                        outcome.flatMap(Outcome::contact).map(ContactId::toString),
                        outcome.filter(each -> each.verdict() == ImportVerdict.INVALID)
                                .map(_ -> List.of(ImportLine.TOO_MANY_FIELDS))
                                .orElseGet(List::of));
        }
    }

    /** Whether no row before has the same address. */
    private static boolean isFirst(ContactDraft draft, Set<Long> seen) {
        return draft.email()
                .map(EmailAddress::key)
                .map(RowsImport::mark)
                .map(seen::add)
                .orElse(true);
    }

    private static long mark(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }
}
