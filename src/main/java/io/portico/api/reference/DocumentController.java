package io.portico.api.reference;

import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.installation.Installation;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands out the description of the API, to whoever asks. */
@ApiController
class DocumentController {
    private final OpenApi openApi;
    private final Installation installation;

    DocumentController(OpenApi openApi, Installation installation) {
        this.openApi = openApi;
        this.installation = installation;
    }

    @GetMapping("/api/v1/openapi.json")
    ApiAnswer document() {
        return ApiAnswer.ok(openApi.document(installation.consoleUrl().toString()));
    }
}
