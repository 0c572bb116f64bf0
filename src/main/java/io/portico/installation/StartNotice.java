package io.portico.installation;

import java.util.List;

/**
 * Something the host must read once the node is ready, such as the one-time set-up link. Every bean of this type is
 * asked once, after the runners, and printed to stdout beneath the console's address; log files do not get it.
 */
public interface StartNotice {
    /** Lines as they are to be printed, without indentation; none if there is nothing to say this time. */
    List<String> lines();
}
