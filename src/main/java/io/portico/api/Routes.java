package io.portico.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which methods each address of the API has. */
@Component
class Routes {
    private final Supplier<List<Route>> all;

    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.all = SingletonSupplier.of(() -> mapping.getObject().getHandlerMethods().keySet().stream()
                .flatMap(info -> Route.of(info).stream())
                .toList());
    }

    private record Route(PathPattern path, Set<String> methods) {
        static List<Route> of(RequestMappingInfo info) {
            Set<String> methods = info.getMethodsCondition().getMethods().stream()
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
            return info.getPathPatternsCondition() == null
                    ? List.of()
                    : info.getPathPatternsCondition().getPatterns().stream()
                            .filter(path -> path.getPatternString().startsWith(ApiPaths.ROOT))
                            .map(path -> new Route(path, methods))
                            .toList();
        }
    }

    /** In alphabetical order; none when there is no such address. */
    Set<String> methods(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return all.get().stream()
                .filter(route -> route.path().matches(asked))
                .flatMap(route -> route.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
