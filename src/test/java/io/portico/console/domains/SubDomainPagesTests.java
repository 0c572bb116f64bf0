package io.portico.console.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.kernel.Slug;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubDomainPagesTests extends ConsoleTest {
    private Workspace acme;
    private Workspace neighbour;
    private Visitor owner;
    private String path;

    @BeforeEach
    void anOwner() {
        acme = aWorkspace();
        neighbour = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
        path = "/w/" + acme.slug() + "/settings/sub-domain";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail | This name is reserved",
                "secure-login | reads like one of the installation's own",
                "adm1n | reads like one of the installation's own",
                "a..b | small letters",
                "quiet-herons | quiet-herons is free"
            })
    void tellsWhileItIsTypedWhetherItCanBeHad(String typed, String said) {
        assertThat(owner.get(path + "?slug=" + typed).body()).contains(said);
    }

    @Test
    void tellsOfNamesThatAreTakenOrItsOwn() {
        assertThat(owner.get(path + "?slug=" + neighbour.slug()).body()).contains("This sub-domain is taken");
        assertThat(owner.get(path + "?slug=" + acme.slug()).body()).contains("The portal is there already");
    }

    @Test
    void movesThePortalAndTheConsoleWithIt() {
        var wanted = new Slug("moved-" + acme.slug());
        Page sent = owner.post(path, "slug", " " + wanted.value().toUpperCase(java.util.Locale.ROOT));

        assertThat(sent.location()).isEqualTo("/w/" + wanted + "/settings/portal-address");
        Page page = owner.get(sent.location());
        assertThat(page.body()).contains("The sub-domain is " + wanted + " now", "http://" + wanted + ".localhost:");
        assertThat(facts(acme.id())).startsWith("workspace.moved");
    }

    @Test
    void leadsBookmarksOnAndTellsOthersNothingOfThem() {
        var wanted = new Slug("moved-" + acme.slug());
        Visitor member = signedIn(acme, Role.VIEWER);
        Visitor stranger = signedIn(neighbour, Role.OWNER);
        owner.post(path, "slug", wanted.value());
        String old = "/w/" + acme.slug();

        assertThat(member.get(old).location()).isEqualTo("/w/" + wanted);
        assertThat(owner.get(old + "/people?q=a%20b&tag=x").location())
                .isEqualTo("/w/" + wanted + "/people?q=a%20b&tag=x");
        assertThat(member.get(old + "/settings").status())
                .as("what they may not see")
                .isEqualTo(403);
        Page never = stranger.get("/w/never-was");
        Page was = stranger.get(old);
        assertThat(was.status()).isEqualTo(never.status()).isEqualTo(404);
        assertThat(was.location()).isEmpty();
        assertThat(new Visitor(installation.port(), "localhost").get(old).location())
                .startsWith("/sign-in");
    }

    @Test
    void takesAFormOfAPageThatWasOpenWhenThePortalMoved() {
        var wanted = new Slug("moved-" + acme.slug());
        owner.post(path, "slug", wanted.value());

        assertThat(owner.post(path, "slug", "again-" + acme.slug()).location())
                .isEqualTo("/w/again-" + acme.slug() + "/settings/portal-address");
    }

    @Test
    void changesNothingForANameThatCannotBeHad() {
        Page page = owner.post(path, "slug", neighbour.slug().value());

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("This sub-domain is taken", "value=\"" + neighbour.slug() + "\"");
        assertThat(workspaces.withSlug(acme.slug())).isPresent();
    }
}
