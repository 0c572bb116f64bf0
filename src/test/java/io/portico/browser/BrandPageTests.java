package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.portico.workspace.Brands;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.Uploads;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator changes how the business looks, and sees it while typing. */
class BrandPageTests extends BrowserTest {
    @Autowired
    private Brands brands;

    @Test
    void showsWhatIsTypedBeforeClientsSeeIt() {
        Workspace acme = aWorkspace();
        Page page = pageOf(ownerOf(acme), View.WIDE);
        page.navigate(console(acme, "/settings/brand"));
        assertAccessible(page);

        page.fill("#name", "Söhne");
        page.fill("#band", "#101820");
        page.waitForSelector("#brand-state [data-state=pending]");
        for (int i = 0; i < 3; i++) {
            page.frameLocator("iframe >> nth=" + i)
                    .locator("text=Söhne")
                    .first()
                    .waitFor();
        }
        page.fill("#accent", "#ffd400");
        page.waitForSelector("#brand-state .field-error");
        assertThat(brands.draft(acme.id()).orElseThrow().accent()).isEqualTo(acme.accent());
        page.click("#brand-state button[name=take]");
        page.waitForSelector("#brand-state [data-state=pending]");
        assertThat(page.inputValue("#accent")).as("as it was proposed").isEqualTo("#b09200");
        page.press("#name", "Enter");
        page.waitForSelector(".notice");
        assertThat(brands.draft(acme.id()).orElseThrow().name())
                .as("the return key discards nothing")
                .isEqualTo("Söhne");
        page.fill("#accent", "#0b6e4f");
        await().until(() ->
                brands.draft(acme.id()).orElseThrow().accent().value().equals("#0b6e4f"));

        page.setInputFiles("#icon", new FilePayload("i.png", "image/png", Uploads.png(300, 300, Color.BLUE)));
        page.waitForSelector(".brand-picture-shown[data-kind=icon] img");
        screenshot(page, "brand-wide");
        page.click("button[formaction$=publish]");
        page.waitForSelector("#brand-state [data-state=ok]");

        Page client = page(View.PHONE);
        client.navigate(portal(acme, "/sign-in"));
        assertThat(client.textContent("header")).contains("Söhne");
        assertAccessible(client);
        screenshot(client, "brand-portal");
    }
}
