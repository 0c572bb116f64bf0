package io.portico.bounces;

import jakarta.servlet.http.HttpServletResponse;

/** What becomes of what a provider sent, and the status that tells it whether to send it again. */
enum Heard {
    NOTED(HttpServletResponse.SC_OK),
    /** In order, but of no concern: another kind of news, or about a mail that is none of ours. */
    IGNORED(HttpServletResponse.SC_OK),
    /** Not signed by whom it claims to be from. */
    REFUSED(HttpServletResponse.SC_FORBIDDEN),
    /** Came before; Mailgun sends nothing again after this status. */
    REPEATED(HttpServletResponse.SC_NOT_ACCEPTABLE),
    UNREADABLE(HttpServletResponse.SC_BAD_REQUEST),
    TOO_LONG(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    /** Something on the way is away; to be sent again later. */
    LATER(HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    private final int status;

    Heard(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    static Heard of(boolean noted) {
        return noted ? NOTED : IGNORED;
    }
}
