package io.portico.web;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fits Portico's own parts into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
    private final VisitArgument visits;
    private final AnswerWriter answers;
    private final SuspendedPortals suspended;
    private final Doorkeeper doorkeeper;

    WebSetup(VisitArgument visits, AnswerWriter answers, SuspendedPortals suspended, Doorkeeper doorkeeper) {
        this.visits = visits;
        this.answers = answers;
        this.suspended = suspended;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(suspended);
        registry.addInterceptor(doorkeeper);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(answers);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/static/",
                        "classpath:/" + Assets.folderOf("tabler.min.css"),
                        "classpath:/" + Assets.folderOf("htmx.min.js"))
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Configuration(proxyBeanMethods = false)
    static class Parts {
        @Bean
        WebMvcRegistrations routesBySite() {
            return new WebMvcRegistrations() {
                @Override
                public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                    return new SiteMapping();
                }

                @Override
                public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                    return new FormsByFieldsAlone();
                }
            };
        }

        @Bean
        Templates templates() {
            return new StaticTemplates();
        }
    }
}
