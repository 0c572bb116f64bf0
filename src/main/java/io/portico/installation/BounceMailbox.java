package io.portico.installation;

/**
 * The mailbox that {@code PORTICO_BOUNCES_URL} names. The password never shows in {@link #toString()}.
 *
 * @param protocol {@code imap}, {@code imaps}, {@code pop3} or {@code pop3s}
 * @param clear whether it is read in the clear, for a server on the same machine
 */
public record BounceMailbox(
        String protocol, String host, int port, String user, String password, String folder, boolean clear) {
    public boolean isImap() {
        return protocol.startsWith("imap");
    }

    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port + "/" + folder;
    }
}
