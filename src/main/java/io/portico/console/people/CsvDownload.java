package io.portico.console.people;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of an answer that is a CSV file to keep, not a page. */
final class CsvDownload {
    private CsvDownload() {}

    /** The file's name is plain ASCII. */
    static void begin(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
    }
}
