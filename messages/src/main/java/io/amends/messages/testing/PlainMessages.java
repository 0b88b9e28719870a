package io.amends.messages.testing;

import io.amends.messages.Languages;
import io.amends.messages.PluralSection;
import io.amends.messages.pseudo.PseudoText;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message bundle of its interface alone, for tests of plain classes: Quarkus, which makes the real one, is not started.
 * The sentences are rendered by the same engine and the same sections.
 */
public final class PlainMessages {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addSectionHelper(new PluralSection())
            .strictRendering(true)
            .build();

    private static final String ENGLISH = Languages.SPOKEN.get(0);

    private PlainMessages() {}

    /**
     * The bundle in English, as its annotations say.
     *
     * @throws IllegalArgumentException if the type is no interface of messages
     */
    public static <T> T english(Class<T> bundle) {
        return of(bundle, ENGLISH, BundleInterface::text);
    }

    /**
     * The bundle in the pseudo language.
     *
     * @throws IllegalArgumentException if the type is no interface of messages
     */
    public static <T> T pseudo(Class<T> bundle) {
        return of(bundle, PseudoText.TAG, method -> PseudoText.of(BundleInterface.text(method)));
    }

    /**
     * The bundle in a language: English as its annotations say, the others as their files do.
     *
     * @throws IllegalArgumentException if the bundle is not there in that language, or lacks a message
     */
    public static <T> T in(String language, Class<T> bundle) {
        if (language.equals(ENGLISH)) {
            return english(bundle);
        }
        Map<String, String> messages = BundleFile.read(bundle, language);
        return of(bundle, language, method -> {
            String message = messages.get(BundleInterface.key(method));
            if (message == null) {
                throw new IllegalArgumentException(language + " has no message of " + method);
            }
            return message;
        });
    }

    /** A message as the template that it is. */
    static Template parse(String message) {
        return ENGINE.parse(message);
    }

    private static <T> T of(Class<T> bundle, String language, Function<Method, String> text) {
        Map<Method, Template> templates = Arrays.stream(bundle.getMethods())
                .collect(Collectors.toMap(Function.identity(), method -> parse(text.apply(method))));
        InvocationHandler handler = (proxy, method, arguments) -> {
            Template template = templates.get(method);
            return template == null
                    ? ofEveryObject(bundle, proxy, method, arguments)
                    : render(template.instance().setLocale(language), method, arguments);
        };
        return bundle.cast(Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[] {bundle}, handler));
    }

    private static String render(TemplateInstance message, Method method, Object @Nullable [] arguments) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            message.data(parameters[i].getName(), arguments == null ? null : arguments[i]);
        }
        return message.render();
    }

    private static Object ofEveryObject(Class<?> bundle, Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "messages of " + bundle.getName();
        };
    }
}
