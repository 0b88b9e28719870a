package io.amends.messages.testing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.lang.reflect.Method;

/** What the interface of a message bundle says of itself by its annotations. */
final class BundleInterface {
    private BundleInterface() {}

    /** The English text of a message. */
    static String text(Method method) {
        Message message = method.getAnnotation(Message.class);
        if (message == null || message.value().equals(Message.DEFAULT_VALUE)) {
            throw new IllegalArgumentException("no text is given by @Message at " + method);
        }
        return message.value();
    }

    /** The key of a message in a localized file. */
    static String key(Method method) {
        String key = method.getAnnotation(Message.class).key();
        if (!key.equals(Message.DEFAULT_NAME)) {
            throw new IllegalArgumentException("the key of a message is the name of its method, not " + key);
        }
        return method.getName();
    }

    /** The name of a bundle, which its localized files begin with. */
    static String name(Class<?> bundle) {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        return name.equals(MessageBundle.DEFAULTED_NAME) ? MessageBundle.DEFAULT_NAME : name;
    }
}
