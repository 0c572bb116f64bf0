package io.portico.api;

import org.springframework.stereotype.Component;

/** What every visit is furnished with. */
@Component
record ApiParts(ApiJson json, Cursors cursors) {}
