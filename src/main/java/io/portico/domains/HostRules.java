package io.portico.domains;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import io.portico.installation.HostSettings;
import io.portico.installation.Installation;
import io.portico.kernel.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Which hosts a workspace may have for its portal. Names are compared as UTS 46 maps them, so letter case, full-width
 * forms and a dot at the end make no difference. Scripts may be mixed as "highly restrictive" of UTS 39 allows: Latin
 * with Chinese, Japanese or Korean, and no others.
 */
@Component
class HostRules {
    private static final Pattern MORE = Pattern.compile("[/:@?#\\\\]");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+|0x[0-9a-f]*)");
    private static final Set<String> PRIVATE =
            Set.of("internal", "local", "localhost", "arpa", "lan", "intranet", "corp", "home", "onion", "invalid");
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private final Set<String> own;

    HostRules(Installation installation, HostSettings settings) {
        this.own = Set.copyOf(List.of(
                installation.consoleUrl().getHost().toLowerCase(Locale.ROOT),
                installation.portalBase(),
                settings.target()));
    }

    HostVerdict read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new HostVerdict.Refused(HostFault.EMPTY, "");
        }
        if (isAddress(text)) {
            return new HostVerdict.Refused(HostFault.IP_ADDRESS, text);
        }
        if (MORE.matcher(text).find()) {
            return new HostVerdict.Refused(HostFault.MORE_THAN_A_HOST, text);
        }
        var info = new IDNA.Info();
        String ascii = HostName.IDN
                .nameToASCII(text, new StringBuilder(), info)
                .toString()
                .replaceFirst("\\.$", "");
        return fault(info, ascii)
                .or(() -> faultOf(ascii))
                .<HostVerdict>map(fault -> new HostVerdict.Refused(fault, text))
                .orElseGet(() -> new HostVerdict.Accepted(new HostName(ascii)));
    }

    /** Also in the forms that browsers take for one: {@code 0x7f.1}, {@code 2130706433}. */
    private static boolean isAddress(String text) {
        String bare = text.replaceAll("^\\[|]$", "");
        String last = bare.substring(bare.replaceFirst("\\.$", "").lastIndexOf('.') + 1)
                .replaceFirst("\\.$", "")
                .toLowerCase(Locale.ROOT);
        return IpAddress.parse(bare).isPresent() || NUMBER.matcher(last).matches();
    }

    private static Optional<HostFault> fault(IDNA.Info info, String ascii) {
        if (info.getErrors().contains(IDNA.Error.LABEL_TOO_LONG)) {
            return Optional.of(HostFault.LABEL_TOO_LONG);
        }
        if (info.getErrors().contains(IDNA.Error.DOMAIN_NAME_TOO_LONG) || ascii.length() > 253) {
            return Optional.of(HostFault.TOO_LONG);
        }
        return info.hasErrors() || !InternetDomainName.isValid(ascii)
                ? Optional.of(HostFault.CHARACTERS)
                : Optional.empty();
    }

    private Optional<HostFault> faultOf(String ascii) {
        var host = new HostName(ascii);
        if (!ascii.contains(".")) {
            return Optional.of(own.contains(ascii) ? HostFault.OF_INSTALLATION : HostFault.SINGLE_LABEL);
        }
        if (own.stream().anyMatch(host::isWithin)) {
            return Optional.of(HostFault.OF_INSTALLATION);
        }
        if (PRIVATE.contains(ascii.substring(ascii.lastIndexOf('.') + 1))) {
            return Optional.of(HostFault.PRIVATE_NETWORK);
        }
        if (InternetDomainName.from(ascii).isPublicSuffix()) {
            return Optional.of(HostFault.PUBLIC_SUFFIX);
        }
        if (Arrays.stream(host.shown().split("\\.")).anyMatch(SCRIPTS::failsChecks)) {
            return Optional.of(HostFault.MIXED_SCRIPTS);
        }
        return looksLikeOurs(host) ? Optional.of(HostFault.LOOK_ALIKE) : Optional.empty();
    }

    /** By the skeletons of UTS 39: of the whole name, and of what lies above its first labels. */
    private boolean looksLikeOurs(HostName host) {
        List<String> labels = List.of(host.shown().split("\\."));
        return own.stream().anyMatch(name -> {
            int count = name.split("\\.").length;
            String end = String.join(".", labels.subList(Math.max(0, labels.size() - count), labels.size()));
            return SCRIPTS.getSkeleton(end).equals(SCRIPTS.getSkeleton(name));
        });
    }
}
