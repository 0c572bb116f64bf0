package io.portico.api.reference;

import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.installation.Installation;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands out the description of the API, to whoever asks. */
@ApiController
class DocumentController {
    private final Map<String, Object> document;

    /** Made once: strangers may ask as often as they like. */
    DocumentController(OpenApi openApi, Installation installation) {
        this.document = openApi.document(installation.consoleUrl().toString());
    }

    @GetMapping("/api/v1/openapi.json")
    ApiAnswer document() {
        return ApiAnswer.ok(document);
    }
}
