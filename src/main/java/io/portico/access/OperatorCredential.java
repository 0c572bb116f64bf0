package io.portico.access;

import io.portico.kernel.OperatorId;

/** What an operator signs in with. */
record OperatorCredential(OperatorId operator, String name, String passwordHash) {
    @Override
    public String toString() {
        return "OperatorCredential[" + operator + "]";
    }
}
