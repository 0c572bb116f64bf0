package io.portico.console.people;

import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.contacts.Tags;
import io.portico.kernel.ContactId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is done with the people selected in the list. The form is posted here, so that its CSRF token stays out of
 * addresses, and sent on to the action's own page with the selection in the address.
 */
@ConsoleController
class SelectedController {
    private final Tagging tagging;

    SelectedController(Tagging tagging) {
        this.tagging = tagging;
    }

    @PostMapping("/w/{workspace}/people/selected/invite")
    @Needs(Permission.LET_IN)
    Answer invite(ConsoleVisit visit, @ModelAttribute SelectionForm form) {
        return sendOn(visit, form, "/invite");
    }

    @PostMapping("/w/{workspace}/people/selected/login-emails")
    @Needs(Permission.LET_IN)
    Answer sendLoginEmails(ConsoleVisit visit, @ModelAttribute SelectionForm form) {
        return sendOn(visit, form, "/login-emails");
    }

    private static Answer sendOn(ConsoleVisit visit, SelectionForm form, String action) {
        if (form.isEmpty()) {
            return back(visit, form, Notice.warning("people.selected.nobody"));
        }
        return form.fitsAnAddress()
                ? Answer.seeOther(visit.at(action) + form.query())
                : back(visit, form, Notice.warning("people.selected.too-many", SelectionForm.MOST_IN_AN_ADDRESS));
    }

    @PostMapping("/w/{workspace}/people/selected/magic-link")
    @Needs(Permission.LET_IN)
    Answer makeMagicLink(ConsoleVisit visit, @ModelAttribute SelectionForm form) {
        return form.selection() instanceof Selection.These(List<ContactId> ids) && ids.size() == 1
                ? Answer.seeOther(visit.at("/magic-link?contact=" + ids.getFirst()))
                : back(visit, form, Notice.warning("people.selected.not-one"));
    }

    @PostMapping("/w/{workspace}/people/selected/tag")
    @Needs(Permission.EDIT_PEOPLE)
    Answer tag(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm form,
            @RequestParam(name = "newTag", defaultValue = "") String typed) {
        return withTag(visit, form, typed, tag -> {
            long tagged = tagging.add(visit.workspaceId(), form.selection(), tag, visit.actor());
            return Notice.done("people.tagged", tagged, tag);
        });
    }

    @PostMapping("/w/{workspace}/people/selected/untag")
    @Needs(Permission.EDIT_PEOPLE)
    Answer untag(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm form,
            @RequestParam(name = "newTag", defaultValue = "") String typed) {
        return withTag(visit, form, typed, tag -> {
            long untagged = tagging.remove(visit.workspaceId(), form.selection(), tag, visit.actor());
            return Notice.done("people.untagged", untagged, tag);
        });
    }

    private interface TagAction {
        Notice apply(String tag);
    }

    private static Answer withTag(ConsoleVisit visit, SelectionForm form, String typed, TagAction action) {
        if (form.isEmpty()) {
            return back(visit, form, Notice.warning("people.selected.nobody"));
        }
        return one(typed)
                .map(tag -> back(visit, form, action.apply(tag)))
                .orElseGet(() -> back(visit, form, Notice.warning("people.selected.no-tag", Tags.LONGEST)));
    }

    private static Optional<String> one(String typed) {
        return Tags.check(typed) instanceof Tags.Check.Accepted(List<String> tags) && tags.size() == 1
                ? Optional.of(tags.getFirst())
                : Optional.empty();
    }

    private static Answer back(ConsoleVisit visit, SelectionForm form, Notice notice) {
        return Answer.seeOther(visit.at("/people") + form.list().query()).saying(notice);
    }
}
