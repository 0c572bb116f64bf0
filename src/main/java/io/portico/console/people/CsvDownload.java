package io.portico.console.people;

import io.portico.contacts.csv.SpreadsheetSafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer that is a CSV file to keep, not a page. */
final class CsvDownload {
    /** Writes the rows. */
    interface Content {
        void to(SpreadsheetSafeCsv csv) throws IOException;
    }

    private CsvDownload() {}

    /**
     * Writes the file to its end. Whatever stops it on the way breaks the download off, so that a browser never takes a
     * part for the whole; before the first bytes have left it is an error page.
     *
     * @param fileName in plain ASCII
     */
    static void write(HttpServletResponse response, String fileName, Content content) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
        boolean whole = false;
        try {
            // Not in the head of the try: closing ends the answer well, which only a whole file deserves.
            SpreadsheetSafeCsv csv = SpreadsheetSafeCsv.to(response.getOutputStream());
            content.to(csv);
            csv.close();
            whole = true;
        } finally {
            if (!whole && !response.isCommitted()) {
                response.reset();
            }
        }
    }
}
