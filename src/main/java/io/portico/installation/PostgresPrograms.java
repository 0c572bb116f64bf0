package io.portico.installation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once from the jar into a folder that several data folders and
 * processes may share. A folder is named by its archive's checksum and appears whole or not at all.
 */
record PostgresPrograms(Path folder) {

    static PostgresPrograms unpackedIn(Path cache) throws IOException {
        URL archive = archive();
        Path folder = cache.resolve(checksum(archive));
        if (!Files.isDirectory(folder)) {
            Path draft = draftIn(cache);
            unpack(archive, draft);
            publish(draft, folder);
        }
        return new PostgresPrograms(folder);
    }

    private static Path draftIn(Path cache) {
        try {
            Files.createDirectories(cache);
            return Files.createTempDirectory(cache, "unpacking");
        } catch (IOException e) {
            throw Setting.DATABASE_BINARIES.refused(
                    cache.toString(), "it must be a folder that Portico may create and write to");
        }
    }

    /** The path of {@code initdb}, {@code pg_ctl} or {@code postgres}. */
    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    private static URL archive() {
        String processor = System.getProperty("os.arch", "");
        String name = OperatingSystem.current().archive(processor);
        return Optional.ofNullable(PostgresPrograms.class.getResource(name))
                .orElseThrow(() -> Setting.DATABASE_URL.refused(
                        "", "no embedded PostgreSQL comes for this machine (" + processor + "), so name one"));
    }

    private static String checksum(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : "unpacked";
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream file = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()));
            }
        }
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            target.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
    }

    /** Another process may have been first; then its folder is as good. */
    private static void publish(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder);
        } catch (IOException e) {
            delete(draft);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
