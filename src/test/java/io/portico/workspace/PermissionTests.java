package io.portico.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTests {
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\|(.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\|.*");

    @Test
    void isWhatTheDocsSay() throws Exception {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/permissions.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(
                        row.group(1), yes(row.group(2)) + yes(row.group(3)) + yes(row.group(4)) + yes(row.group(5)));
            }
        }
        assertThat(documented).isEqualTo(table());
    }

    private static String yes(String cell) {
        return cell.strip().equals("yes") ? "1" : "0";
    }

    /** The permission table, each row as one digit for owner, admin, member and viewer. */
    private static Map<String, String> table() {
        return new TreeMap<>(Arrays.stream(Permission.values())
                .collect(Collectors.toMap(
                        Permission::name,
                        permission -> Arrays.stream(Role.values())
                                .map(role -> role.may(permission) ? "1" : "0")
                                .collect(Collectors.joining()))));
    }
}
