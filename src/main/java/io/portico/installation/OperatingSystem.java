package io.portico.installation;

/** The systems the embedded PostgreSQL exists for. */
enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS;

    static OperatingSystem current() {
        String name = System.getProperty("os.name", "");
        return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MACOS : LINUX;
    }

    /** The archive of PostgreSQL's programs on the class path; the macOS one serves both processors. */
    String archive(String processor) {
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        return switch (this) {
            case LINUX -> arm ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz";
            case MACOS -> "/postgres-darwin-arm_64.txz";
            case WINDOWS -> "/postgres-windows-x86_64.txz";
        };
    }

    /** The name by which this system knows the character classes of Unicode, which trigrams of Korean names need. */
    String unicodeCharacters() {
        return switch (this) {
            case LINUX -> "C.UTF-8";
            case MACOS -> "UTF-8";
            case WINDOWS -> "en-US";
        };
    }
}
