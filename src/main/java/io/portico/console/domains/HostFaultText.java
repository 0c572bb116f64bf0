package io.portico.console.domains;

import io.portico.domains.HostFault;
import io.portico.web.Texts;

/** Says what was found in place of a host, and what is needed. */
final class HostFaultText {
    private HostFaultText() {}

    static String of(Texts texts, HostFault fault, String found) {
        return switch (fault) {
            case EMPTY -> texts.t("domains.host.fault.empty");
            case MORE_THAN_A_HOST -> texts.t("domains.host.fault.more", found);
            case IP_ADDRESS -> texts.t("domains.host.fault.address", found);
            case SINGLE_LABEL -> texts.t("domains.host.fault.single", found);
            case LABEL_TOO_LONG -> texts.t("domains.host.fault.label", found);
            case TOO_LONG -> texts.t("domains.host.fault.long", found.length());
            case CHARACTERS -> texts.t("domains.host.fault.characters", found);
            case PUBLIC_SUFFIX -> texts.t("domains.host.fault.suffix", found);
            case PRIVATE_NETWORK -> texts.t("domains.host.fault.private", found);
            case OF_INSTALLATION -> texts.t("domains.host.fault.own", found);
            case MIXED_SCRIPTS -> texts.t("domains.host.fault.scripts", found);
            case LOOK_ALIKE -> texts.t("domains.host.fault.look-alike", found);
        };
    }
}
