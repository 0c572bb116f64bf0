package io.portico.installation;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The account PostgreSQL runs under, as it refuses to run as root. Under an ordinary user that is the same user. Under
 * root it is root in a user namespace of its own, where it is nobody (so every file stays root's); where the system
 * forbids that, as containers do, it is {@code postgres} or {@code nobody}, and the files become that account's.
 */
record ServerAccount(List<String> prefix, Optional<String> owner) {
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    static ServerAccount find() {
        if (!isRoot()) {
            return new ServerAccount(List.of(), Optional.empty());
        }
        if (Program.run(with(NAMESPACE, "true")).worked()) {
            return new ServerAccount(NAMESPACE, Optional.of("root"));
        }
        return Stream.of("postgres", "nobody")
                .map(name -> new ServerAccount(List.of("runuser", "-u", name, "--"), Optional.of(name)))
                .filter(account -> account.run("true").worked())
                .findFirst()
                .orElseThrow(() -> new SettingRefused("PostgreSQL does not run as root and no other account could be"
                        + " used here: start Portico as an ordinary user or set PORTICO_DATABASE_URL"));
    }

    Program run(String... command) {
        return Program.run(with(prefix, command));
    }

    /**
     * Makes a folder in the data folder belong to this account, and the data folder passable.
     *
     * @throws SettingRefused if the account cannot reach the folder, as under a closed home folder
     */
    void own(Path tree, Path data) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        UserPrincipal principal =
                tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.orElseThrow());
        if (!Files.getOwner(tree).equals(principal)) {
            chown(tree, principal);
        }
        if (!reaches(tree)) {
            letPass(data);
            refuseUnlessReached(tree, data);
        }
    }

    private boolean reaches(Path folder) {
        return run("test", "-x", folder.toString()).worked();
    }

    private void refuseUnlessReached(Path tree, Path data) {
        if (!reaches(tree)) {
            throw Setting.DATA.refused(
                    data.toString(),
                    "the account " + owner.orElseThrow() + ", under which PostgreSQL runs, cannot reach this folder");
        }
    }

    private static void letPass(Path folder) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
        mode.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(folder, mode);
    }

    private static void chown(Path tree, UserPrincipal owner) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean isRoot() {
        return OperatingSystem.current() != OperatingSystem.WINDOWS && new UnixSystem().getUid() == 0;
    }

    private static List<String> with(List<String> prefix, String... command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        return all;
    }
}
