package io.portico.portal;

import io.portico.access.LinkTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The address somebody types to be let in.
 *
 * @param to the path they were on their way to; anything but a path of this portal leads home
 */
public record SignInForm(String email, String to) {
    public SignInForm {
        email = Objects.requireNonNullElse(email, "");
        to = Objects.requireNonNullElse(to, "");
    }

    LinkTarget target() {
        return LinkTarget.parse(to).orElse(LinkTarget.HOME);
    }

    /** The path of another page of signing in, which leads to the same target. */
    static String onTheWayTo(LinkTarget target, String page) {
        return target.equals(LinkTarget.HOME)
                ? page
                : page + "?to=" + URLEncoder.encode(target.path(), StandardCharsets.UTF_8);
    }
}
