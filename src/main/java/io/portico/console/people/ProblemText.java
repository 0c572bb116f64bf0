package io.portico.console.people;

import io.portico.contacts.imports.ImportProblem;
import io.portico.contacts.imports.ImportRowVerdict;
import io.portico.contacts.imports.ImportVerdict;
import io.portico.web.Texts;
import java.util.stream.Collectors;

/** Says what is wrong with a row: in which column, why, and what stands there. */
final class ProblemText {
    private ProblemText() {}

    static String of(ImportProblem problem, Texts texts) {
        String what = texts.t(problem.message());
        String where = where(problem, texts);
        String found = problem.found().isBlank() ? "" : " " + texts.t("people.import.found", problem.found());
        return where.isEmpty() ? what + found : texts.t("people.import.problem", where, what) + found;
    }

    private static String where(ImportProblem problem, Texts texts) {
        if (problem.column() == 0) {
            return "";
        }
        return problem.columnName().isEmpty()
                ? texts.t("people.import.column", problem.column())
                : texts.t("people.import.column-named", problem.column(), problem.columnName());
    }

    /** Why a row got its verdict; empty where the verdict says it all. */
    static String of(ImportRowVerdict row, Texts texts) {
        if (row.verdict() == ImportVerdict.DUPLICATE) {
            return texts.t("people.import.duplicate-reason");
        }
        return row.problems().stream().map(problem -> of(problem, texts)).collect(Collectors.joining(" "));
    }
}
