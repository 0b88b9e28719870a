package io.amends.dashboard.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every page of the service, as its classes declare them: all routes that are not for machines. */
public final class PageRoutes {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\w+)(?:[^{}]|\\{[^{}]*})*}");

    private PageRoutes() {}

    /**
     * One route of a page.
     *
     * @param path with its variables in braces
     * @param opens what it declares that a person must be allowed; null where it declares nothing
     * @param page the simple name of its class
     */
    public record PageRoute(String method, String path, @Nullable Permission opens, String page) {
        /** The address with these values of its variables. */
        public String address(Map<String, String> values) {
            return VARIABLE.matcher(path).replaceAll(found -> values.getOrDefault(found.group(1), "1"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All of them. */
    public static List<PageRoute> all() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.amends.dashboard")
                        .that(DescribedPredicate.describe("are resources", c -> c.isAnnotatedWith(Path.class)))
                        .stream()
                        .flatMap(page -> page.getMethods().stream().flatMap(method -> route(page, method)))
                        .filter(route -> !route.path().startsWith("/v1/"))
                        .toList();
    }

    private static Stream<PageRoute> route(JavaClass page, JavaMethod method) {
        boolean route = method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
        if (!route) {
            return Stream.empty();
        }
        String verb = method.isAnnotatedWith(GET.class) ? "GET" : method.isAnnotatedWith(POST.class) ? "POST" : "?";
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String path = ("/" + page.getAnnotationOfType(Path.class).value() + "/" + own).replaceAll("/{2,}", "/");
        Permission opens = method.tryGetAnnotationOfType(Opens.class)
                .or(() -> page.tryGetAnnotationOfType(Opens.class))
                .map(Opens::value)
                .orElse(null);
        return Stream.of(
                new PageRoute(verb, path.length() > 1 ? path.replaceAll("/$", "") : path, opens, page.getSimpleName()));
    }
}
