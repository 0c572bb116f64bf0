package io.portico.web;

import org.springframework.stereotype.Component;

/** What every visit is furnished with. */
@Component
record VisitParts(Languages languages, Assets assets, Notices notices) {}
