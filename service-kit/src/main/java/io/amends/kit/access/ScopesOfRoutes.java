package io.amends.kit.access;

import io.amends.contracts.access.Scope;
import io.amends.kit.http.Routes;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Says in the OpenAPI document which scope each route needs (H2), as {@link Needs} has it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ScopesOfRoutes implements OASFilter {
    private static final String SCHEME = "apiKey";

    private static final DotName NEEDS = DotName.createSimple(Needs.class);
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final String METHODS = "jakarta.ws.rs.";

    private final Map<String, Scope> scopes = new HashMap<>();

    /** @param index of all classes of the service */
    public ScopesOfRoutes(IndexView index) {
        for (AnnotationInstance needs : index.getAnnotations(NEEDS)) {
            Scope scope = Scope.valueOf(needs.value().asEnum());
            if (needs.target().kind() == AnnotationTarget.Kind.METHOD) {
                route(needs.target().asMethod(), scope);
            } else {
                needs.target().asClass().methods().stream()
                        .filter(method -> !method.hasDeclaredAnnotation(NEEDS))
                        .forEach(method -> route(method, scope));
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key with the scope that the route names"));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    Scope scope = scopes.get(key(method, path));
                    if (scope != null) {
                        operation.setSecurity(List.of(
                                OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(scope.word()))));
                    }
                }));
    }

    private void route(MethodInfo method, Scope scope) {
        for (PathItem.HttpMethod verb : PathItem.HttpMethod.values()) {
            if (method.hasDeclaredAnnotation(DotName.createSimple(METHODS + verb))) {
                String path = path(method.declaringClass()) + "/" + path(method.declaredAnnotation(PATH));
                scopes.put(key(verb, Routes.normal(path)), scope);
            }
        }
    }

    private static String path(ClassInfo resource) {
        return path(resource.declaredAnnotation(PATH));
    }

    private static String path(@Nullable AnnotationInstance path) {
        AnnotationValue value = path == null ? null : path.value();
        return value == null ? "" : value.asString();
    }

    private static String key(PathItem.HttpMethod method, String path) {
        return method + " " + path;
    }
}
