package io.portico.web;

import io.portico.kernel.WorkspaceId;
import io.portico.workspace.BrandImages;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts the brand's pictures into a mail that operators look at: its frame has an origin of its own and fetches nothing,
 * and a draft's pictures are on no portal yet. A picture that is not the workspace's stays an address, and so unseen.
 */
@Component
public class MailPictures {
    private static final Pattern PICTURE = Pattern.compile("src=\"https?://[^\"/]+/brand/([0-9a-f]{64})\\.png\"");

    private final BrandImages images;

    MailPictures(BrandImages images) {
        this.images = images;
    }

    public String putInto(String html, WorkspaceId workspace) {
        return PICTURE.matcher(html).replaceAll(found -> picture(found, workspace));
    }

    private String picture(MatchResult found, WorkspaceId workspace) {
        return images.find(workspace, found.group(1))
                .map(png -> "src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png) + "\"")
                .orElse(found.group());
    }
}
