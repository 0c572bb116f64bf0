package io.portico.access;

import io.portico.kernel.Labelled;

/** What a magic link was made for, and so how long it lives. */
public enum LinkPurpose implements Labelled {
    /** Made in the console or by API. */
    OPERATOR(Lifetime.OPERATOR_LINK),
    /** Asked for on the portal's sign-in page. */
    SELF(Lifetime.SELF_LINK),
    LOGIN_EMAIL(Lifetime.LOGIN_EMAIL_LINK),
    INVITATION(Lifetime.INVITATION_LINK),
    AUTOMATION(Lifetime.AUTOMATION_LINK);

    private final Lifetime lifetime;

    LinkPurpose(Lifetime lifetime) {
        this.lifetime = lifetime;
    }

    /** Which lifetime of the workspace's {@link AccessPolicy} is its own. */
    public Lifetime lifetime() {
        return lifetime;
    }

    static LinkPurpose of(String word) {
        return Labelled.of(LinkPurpose.class, word);
    }
}
