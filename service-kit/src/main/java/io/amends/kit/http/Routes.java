package io.amends.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes that this service serves and those that it calls, each as its template such as /v1/portals/{cpc}. */
@ApplicationScoped
public class Routes {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final BeanManager beans;
    private volatile @Nullable Map<String, Pattern> templates;

    Routes(BeanManager beans) {
        this.beans = beans;
    }

    /** The template of a path, or of one that is a template already; null if there is no such route. */
    public @Nullable String template(String path) {
        Map<String, Pattern> known = templates();
        if (known.containsKey(path)) {
            return path;
        }
        return known.entrySet().stream()
                .filter(e -> e.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The method where HTTP knows it: whoever calls can make up others. */
    public static String method(String name) {
        return METHODS.contains(name) ? name : "OTHER";
    }

    // This is not done at once: the first meter is made before all beans are there.
    private Map<String, Pattern> templates() {
        Map<String, Pattern> known = templates;
        if (known == null) {
            known = read(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .flatMap(bean -> Stream.concat(Stream.of(bean.getBeanClass()), types(bean)))
                    .distinct());
            templates = known;
        }
        return known;
    }

    private static Stream<Class<?>> types(Bean<?> bean) {
        return bean.getTypes().stream().filter((Type t) -> t instanceof Class).map(t -> (Class<?>) t);
    }

    static Map<String, Pattern> read(Stream<Class<?>> classes) {
        Set<String> all = classes.flatMap(Routes::of).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        // A written-out step comes before a parameter: /rules/new before /rules/{number}.
        all.stream()
                .sorted((a, b) -> a.replace('{', '\uffff').compareTo(b.replace('{', '\uffff')))
                .forEach(template -> patterns.put(
                        template,
                        Pattern.compile(Arrays.stream(template.split("(?=\\{)|(?<=\\})"))
                                .map(part -> part.startsWith("{") ? "[^/]*" : Pattern.quote(part))
                                .collect(Collectors.joining()))));
        return patterns;
    }

    private static Stream<String> of(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        if (root == null) {
            return Stream.empty();
        }
        List<Method> methods = Arrays.asList(resource.getMethods());
        return Stream.concat(
                        Stream.of(""),
                        methods.stream()
                                .map(m -> m.getAnnotation(Path.class))
                                .filter(p -> p != null)
                                .map(Path::value))
                .map(path -> normal(root.value() + "/" + path));
    }

    /** The template of a path as it is written at a resource: each parameter without its pattern, each slash once. */
    public static String normal(String path) {
        String plain =
                ("/" + path).replaceAll("\\{\\s*([^}:\\s]+)[^}]*\\}", "{$1}").replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
