package io.portico.installation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data folder, held by this process until closed. The hold is a lock of the operating system on
 * {@code portico.lock}, so it ends with the process however that ends; the file names the holder's process id.
 */
final class DataFolder implements AutoCloseable {
    /** Far behind the process id, so that on Windows, too, others can read that. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws SettingRefused if the folder cannot be made or written, or another process holds it */
    static DataFolder hold(Path path) {
        try {
            make(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("portico.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(path, channel);
            channel.truncate(0)
                    .write(ByteBuffer.wrap(pid(ProcessHandle.current()).getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw Setting.DATA.refused(path.toString(), "Portico must be able to write there (" + e + ")");
        }
    }

    Path path() {
        return path;
    }

    PrivateFile file(String name) {
        return new PrivateFile(path.resolve(name));
    }

    private static void make(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.getParent());
            Files.createDirectory(path, PrivateFile.ownerOnly("rwx------"));
        }
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                String holder = Files.readString(path.resolve("portico.lock")).strip();
                channel.close();
                throw inUse(path, holder);
            }
        } catch (OverlappingFileLockException e) {
            // The channel stays open: closing it would end the lock this very process holds (POSIX).
            throw inUse(path, pid(ProcessHandle.current()));
        }
    }

    private static SettingRefused inUse(Path path, String pid) {
        return Setting.DATA.refused(
                path.toString(),
                "another Portico (process " + pid + ") is using this folder; stop it or choose another");
    }

    private static String pid(ProcessHandle process) {
        return Long.toString(process.pid());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
