package io.portico.mail.content;

import io.portico.kernel.EmailAddress;
import io.portico.mail.CustomValue;
import io.portico.workspace.Brand;
import io.portico.workspace.WebLink;
import io.portico.workspace.Workspace;
import java.util.Map;

/** What texts may say of the business itself. What it has not told about itself is empty. */
final class WorkspaceValues {
    private WorkspaceValues() {}

    static Map<CustomValue, String> of(Workspace workspace) {
        Brand brand = workspace.brand();
        return Map.of(
                CustomValue.WORKSPACE_NAME, brand.name(),
                CustomValue.WORKSPACE_DESCRIPTION, brand.words().description(),
                CustomValue.WORKSPACE_FOOTER, brand.words().footer(),
                CustomValue.WORKSPACE_SUPPORT_EMAIL,
                        brand.links().support().map(EmailAddress::value).orElse(""),
                CustomValue.WORKSPACE_TERMS_URL,
                        brand.links().terms().map(WebLink::value).orElse(""),
                CustomValue.WORKSPACE_PRIVACY_URL,
                        brand.links().privacy().map(WebLink::value).orElse(""),
                CustomValue.WORKSPACE_TIME_ZONE, workspace.timeZone().getId());
    }
}
