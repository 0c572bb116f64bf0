package io.portico.dashboard;

import io.portico.workspace.Workspaces;
import org.springframework.stereotype.Component;

/** What the figures are made and remade with. */
@Component
record FiguresParts(FiguresReader reader, StandingChanges changes, Workspaces workspaces) {}
