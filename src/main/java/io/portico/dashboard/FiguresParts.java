package io.portico.dashboard;

import org.springframework.stereotype.Component;

/** What the figures are made and remade with. */
@Component
record FiguresParts(FiguresReader reader, StandingChanges changes) {}
