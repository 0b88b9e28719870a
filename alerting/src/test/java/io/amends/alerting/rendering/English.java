package io.amends.alerting.rendering;

import io.amends.alerting.report.DigestMessages;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;

/** The sentences as they are written in the bundle, for tests that run without Quarkus. */
final class English {
    private static final Engine ENGINE = Engine.builder().addDefaults().strictRendering(true).build();

    static final DigestMessages MESSAGES = (DigestMessages) Proxy.newProxyInstance(
            English.class.getClassLoader(),
            new Class<?>[] {DigestMessages.class},
            (proxy, method, arguments) -> render(method, arguments));

    private English() {}

    private static String render(Method method, Object[] arguments) {
        TemplateInstance template =
                ENGINE.parse(method.getAnnotation(Message.class).value()).instance();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            template.data(parameters[i].getName(), arguments[i]);
        }
        return template.render();
    }
}
