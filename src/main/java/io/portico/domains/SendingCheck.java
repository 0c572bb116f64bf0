package io.portico.domains;

import java.time.Instant;

/** What DNS said about the three records of a sending domain. */
public record SendingCheck(RecordCheck spf, RecordCheck dkim, RecordCheck dmarc, Instant at) {
    /** Whether mails may leave from it. */
    public boolean holds() {
        return spf.isFound() && dkim.isFound() && dmarc.isFound();
    }

    boolean isAnswered() {
        return spf.state().isAnswer()
                && dkim.state().isAnswer()
                && dmarc.state().isAnswer();
    }
}
