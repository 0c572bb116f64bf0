package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.portal.PortalVisitor.Page;
import org.junit.jupiter.api.Test;

class BrandTests extends PortalTest {
    @Test
    void paintsThePortalInTheBusinesssColour() {
        jdbc.sql("update workspace set accent = '#d2691e' where id = ?")
                .param(acme.id().value())
                .update();
        Page page = aVisitor().get("/brand.css");

        assertThat(page.header("Content-Type")).startsWith("text/css");
        assertThat(page.body()).contains("--accent:#d2691e").contains("--accent-text:#000");
        assertThat(page.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(page.header("Set-Cookie")).isEmpty();
    }

    @Test
    void drawsTheBusinesssInitialAsIcon() {
        jdbc.sql("update workspace set name = '<Acme>' where id = ?")
                .param(acme.id().value())
                .update();

        for (String path : new String[] {"/icon.svg", "/favicon.ico"}) {
            Page page = aVisitor().get(path);
            assertThat(page.header("Content-Type")).startsWith("image/svg+xml");
            assertThat(page.body()).contains(">&lt;</text>");
            assertThat(page.header("Set-Cookie")).isEmpty();
        }
    }
}
