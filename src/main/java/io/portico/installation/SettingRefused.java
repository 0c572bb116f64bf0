package io.portico.installation;

import java.util.stream.Collectors;

/**
 * A setting Portico cannot start with. The message is one line for the host: the setting's name, what was found, what
 * is needed. It is printed as it is, so callers mask passwords first.
 */
final class SettingRefused extends RuntimeException {
    private final String line;

    SettingRefused(Setting setting, String found, String needed) {
        this(setting.variable() + (found.isEmpty() ? " is not set: " : " is \"" + found + "\": ") + needed);
    }

    SettingRefused(String told) {
        super(told);
        this.line = told.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    String line() {
        return line;
    }
}
