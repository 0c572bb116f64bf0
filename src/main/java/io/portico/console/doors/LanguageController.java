package io.portico.console.doors;

import io.portico.kernel.Language;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.Languages;
import io.portico.web.ReturnPath;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Operators;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches the console's language, in this browser and for the operator who is signed in. */
@ConsoleController
class LanguageController {
    private final Languages languages;
    private final Operators operators;

    LanguageController(Languages languages, Operators operators) {
        this.languages = languages;
        this.operators = operators;
    }

    /** A language that Portico does not speak changes nothing. */
    @PostMapping("/language")
    Answer choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String back,
            StrangerVisit visit,
            HttpServletResponse response) {
        Language.parse(language).ifPresent(chosen -> {
            languages.remember(chosen, response);
            visit.session().ifPresent(session -> operators.changeLanguage(session.operator(), chosen));
        });
        return Answer.seeOther(ReturnPath.orStart(back));
    }
}
