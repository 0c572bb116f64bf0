package io.portico.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Fits the API's own parts into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class ApiSetup implements WebMvcConfigurer {
    private final ApiVisitArgument visits;
    private final ApiAnswerWriter answers;

    ApiSetup(ApiVisitArgument visits, ApiAnswerWriter answers) {
        this.visits = visits;
        this.answers = answers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(answers);
    }
}
