package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.LinkFound;
import io.portico.access.LinkState;
import io.portico.access.MagicLinks;
import io.portico.access.RedeemResult;
import io.portico.access.Redemption;
import io.portico.kernel.Secret;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a magic link. Opening it spends nothing, whoever or whatever opens it; its button does. */
@PortalController
class LinkController {
    private final Templates templates;
    private final MagicLinks links;
    private final Redemption redemption;
    private final DeadLinkAnswers dead;
    private final BrowserSignIn signIn;

    LinkController(
            Templates templates, MagicLinks links, Redemption redemption, DeadLinkAnswers dead, BrowserSignIn signIn) {
        this.templates = templates;
        this.links = links;
        this.redemption = redemption;
        this.dead = dead;
        this.signIn = signIn;
    }

    /** A link cut off right after its beginning. */
    @GetMapping({"/in", "/in/"})
    Answer nothing(PortalVisit visit) {
        return dead.cutOff(visit);
    }

    @GetMapping("/in/{token}")
    Answer open(PortalVisit visit, @PathVariable("token") String text, HttpServletRequest request) {
        LinkToken token = LinkToken.of(text);
        Optional<LinkFound> found = find(visit, token);
        if (found.filter(link -> isOwn(visit, link)).isPresent()) {
            return Answer.seeOther(found.get().target().path());
        }
        if (found.isEmpty() || found.get().state() != LinkState.LIVE) {
            return dead.page(visit, token, found);
        }
        if (isSeenBySomebody(request)) {
            links.noteLook(visit.workspaceId(), found.get(), visit.actor(), visit.device());
        }
        return Answer.page(templates.portalLink(LinkPage.of(visit, token, found.get())));
    }

    /**
     * Signs in and goes to the target. A refused link leads back to its own page: it says what there is to say, and lets
     * on whoever pressed the button twice.
     *
     * @param instead the contact whose place in this browser the person agreed to take
     */
    @PostMapping("/in/{token}")
    Answer redeem(
            PortalVisit visit,
            @PathVariable("token") String text,
            @RequestParam Optional<String> instead,
            HttpServletRequest request,
            HttpServletResponse response) {
        LinkToken token = LinkToken.of(text);
        Optional<Answer> settled = visit.contact().flatMap(member -> alreadySignedIn(visit, token, instead));
        if (settled.isPresent() || token.secret().isEmpty()) {
            return settled.orElseGet(() -> Answer.seeOther(token.path()));
        }
        Secret secret = token.secret().get();
        return switch (redemption.byLink(visit.workspaceId(), secret, visit.device())) {
            case RedeemResult.SignedIn(var session, var contact, var target) ->
                signIn.open(session, target, visit, request, response);
            case RedeemResult.Refused refused -> refuse(visit, token);
            case RedeemResult.Unknown unknown -> refuse(visit, token);
        };
    }

    /** Counted only now, so that whoever is let in pays nothing for those who are not. */
    private Answer refuse(PortalVisit visit, LinkToken token) {
        dead.count(Door.LINK, visit, token, find(visit, token));
        return Answer.seeOther(token.path());
    }

    private Optional<Answer> alreadySignedIn(PortalVisit visit, LinkToken token, Optional<String> instead) {
        return find(visit, token).flatMap(link -> {
            if (isOwn(visit, link)) {
                return Optional.of(Answer.seeOther(link.target().path()));
            }
            boolean agreed = instead.equals(Optional.of(visit.memberId().toString()));
            return agreed || link.state() != LinkState.LIVE
                    ? Optional.empty()
                    : Optional.of(Answer.page(templates.portalLink(LinkPage.of(visit, token, link))));
        });
    }

    private Optional<LinkFound> find(PortalVisit visit, LinkToken token) {
        return token.secret().flatMap(secret -> links.find(visit.workspaceId(), secret));
    }

    private static boolean isOwn(PortalVisit visit, LinkFound link) {
        return visit.contact()
                .filter(member -> member.id().equals(link.contact().id()))
                .isPresent();
    }

    /** Not by a HEAD, nor by a browser or proxy that fetches ahead (Fetch standard, Sec-Purpose, and its forerunners). */
    private static boolean isSeenBySomebody(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !says(request, "Sec-Purpose", "prefetch")
                && !says(request, "Purpose", "prefetch")
                && !says(request, "X-Moz", "prefetch")
                && !says(request, "X-Purpose", "preview");
    }

    private static boolean says(HttpServletRequest request, String header, String word) {
        return Objects.requireNonNullElse(request.getHeader(header), "")
                .toLowerCase(Locale.ROOT)
                .contains(word);
    }
}
