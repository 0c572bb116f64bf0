package io.portico.installation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code imaps://user:password@mail.example.com/INBOX}, and the same with {@code imap}, {@code pop3s} and
 * {@code pop3}. The last two know no folder but INBOX. Without the {@code s} the connection is encrypted by STARTTLS,
 * unless the address ends in {@code ?starttls=off}.
 */
final class BounceMailboxUrl {
    private static final Map<String, Integer> PORTS = Map.of("imap", 143, "imaps", 993, "pop3", 110, "pop3s", 995);

    private static final Set<String> QUERIES = Set.of("", "starttls=off");

    private BounceMailboxUrl() {}

    /** @throws SettingRefused naming what is wrong, with the password masked */
    static BounceMailbox parse(String found) {
        return read(found)
                .orElseThrow(() -> Setting.BOUNCES_URL.refused(
                        PercentCoding.withoutPassword(found),
                        "it must read like imaps://user:password@mail.example.com/INBOX,"
                                + " or pop3s://user:password@mail.example.com"));
    }

    private static Optional<BounceMailbox> read(String found) {
        try {
            URI uri = URI.create(found);
            Optional<Integer> port = Optional.ofNullable(uri.getScheme()).map(PORTS::get);
            String[] who = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
            String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
            return port.filter(usual -> who.length == 2 && uri.getHost() != null && QUERIES.contains(query))
                    .map(usual -> new BounceMailbox(
                            uri.getScheme(),
                            uri.getHost(),
                            uri.getPort() > 0 ? uri.getPort() : usual,
                            PercentCoding.decode(who[0]),
                            PercentCoding.decode(who[1]),
                            folder(uri),
                            !query.isEmpty()))
                    .filter(mailbox -> mailbox.isImap() || mailbox.folder().equals("INBOX"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String folder(URI uri) {
        String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        return path.isEmpty() ? "INBOX" : path;
    }
}
