package io.portico.api;

import io.portico.PorticoTest;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.MadeApiKey;
import io.portico.access.keys.NewApiKey;
import io.portico.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests that call the API over HTTP: a workspace, and a program that may do everything in it. */
public abstract class ApiTest extends PorticoTest {
    @Autowired
    protected ApiKeys keys;

    protected Workspace acme;
    protected Program robot;

    @BeforeEach
    protected void aProgramInAWorkspace() {
        acme = aWorkspace();
        robot = aProgram(acme, ApiScope.values());
    }

    protected Program aProgram(Workspace workspace, ApiScope... scopes) {
        return Program.with(
                installation.port(), aKey(workspace, scopes).secret().reveal());
    }

    protected MadeApiKey aKey(Workspace workspace, ApiScope... scopes) {
        var wanted = new NewApiKey("Robot", Set.of(scopes), Optional.empty());
        return keys.make(workspace.id(), wanted, PORTICO).orElseThrow();
    }

    protected Program aStranger() {
        return Program.with(installation.port(), "");
    }
}
