package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    @TempDir
    private Path folder;

    @Test
    void isMadeForItsOwnerOnly() throws Exception {
        Path path = folder.resolve("deep/data");
        try (DataFolder data = DataFolder.hold(path)) {
            assertThat(Files.getPosixFilePermissions(data.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void isHeldByOneOnlyAndFreeOnceClosed() throws Exception {
        try (DataFolder held = DataFolder.hold(folder)) {
            assertThatExceptionOfType(SettingRefused.class)
                    .isThrownBy(() -> DataFolder.hold(held.path()))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataFolder.hold(folder).close();
    }

    @Test
    void isRefusedWhereNoFolderCanBe() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> DataFolder.hold(file))
                .withMessageStartingWith("PORTICO_DATA is \"" + file);
    }
}
