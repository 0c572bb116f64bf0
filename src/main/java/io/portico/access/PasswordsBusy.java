package io.portico.access;

/** So many passwords are being checked that another would wait too long; answered with status 503, to come again. */
public class PasswordsBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PasswordsBusy() {
        super("too many passwords are being checked", null, false, false);
    }
}
