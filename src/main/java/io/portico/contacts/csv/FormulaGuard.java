package io.portico.contacts.csv;

import java.util.regex.Pattern;

/**
 * The apostrophe before a cell that a spreadsheet would run as a formula (OWASP, "CSV Injection"). It is put on and
 * taken off without loss: a cell that has apostrophes of its own before the dangerous character gets one more.
 */
final class FormulaGuard {
    private static final Pattern DANGEROUS =
            Pattern.compile("'*[\\s\\p{Z}\ufeff]*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String putOn(String cell) {
        return isDangerous(cell) ? "'" + cell : cell;
    }

    static String takeOff(String cell) {
        return cell.startsWith("'") && isDangerous(cell) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String cell) {
        return DANGEROUS.matcher(cell).matches();
    }
}
