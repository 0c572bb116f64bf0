package io.portico.kernel;

import java.util.Arrays;
import java.util.Set;

/** Names of sub-domains that clients and mail servers take for the installation's own. */
final class ReservedNames {
    private static final Set<String> OF_MACHINES =
            words("www www1 www2 web api app apps smtp imap pop pop3 mx mx1 mx2 ftp "
                    + "sftp ssh vpn ns ns1 ns2 ns3 ns4 dns static assets cdn img media files status docs blog news host hosting "
                    + "abuse postmaster webmaster hostmaster noreply no-reply localhost local root system internal intranet test "
                    + "oauth oidc saml autodiscover autoconfig mta-sts wpad isatap well-known");

    /** These mislead in a row as well: {@code secure-login}. */
    private static final Set<String> OF_TRUST =
            words("admin administrator console dashboard portal portals portico mail "
                    + "email help helpdesk support login logon signin signup signout logout log sign in up on out auth sso id "
                    + "identity account accounts password passwords reset verify verification confirm secure security billing "
                    + "payment payments official");

    private ReservedNames() {}

    static boolean contain(String name) {
        return OF_MACHINES.contains(name) || OF_TRUST.contains(name);
    }

    /** Whether a name reads as one of them: in digits for letters, with dashes put in, or as several in a row. */
    static boolean areImitatedBy(String name) {
        String bare = name.replace("-", "");
        return contain(letters(bare, 'i'))
                || contain(letters(bare, 'l'))
                || Arrays.stream(name.split("-")).allMatch(OF_TRUST::contains);
    }

    private static String letters(String name, char one) {
        return name.replace('0', 'o')
                .replace('1', one)
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace("vv", "w")
                .replace("rn", "m");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
