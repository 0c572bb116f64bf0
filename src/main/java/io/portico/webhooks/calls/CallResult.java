package io.portico.webhooks.calls;

/** What came of a call. */
public sealed interface CallResult {
    /** @param body what fits of it, as text */
    record Answered(int status, String body) implements CallResult {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    record Unanswered(CallFault fault) implements CallResult {}
}
