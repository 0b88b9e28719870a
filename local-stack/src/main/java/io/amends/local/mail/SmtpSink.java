package io.amends.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Takes every mail that SMTP brings; the sender hears 250 once it is stored. */
final class SmtpSink implements AutoCloseable {
    private final MailStore store;
    private final GreenMail server;
    // The library delivers once per recipient; here a mail to several people is one mail.
    private final Set<MovingMessage> stored = Collections.newSetFromMap(new WeakHashMap<>());
    private final GreenMailUser nobody = (GreenMailUser) Proxy.newProxyInstance(
            SmtpSink.class.getClassLoader(), new Class<?>[] {GreenMailUser.class}, (user, method, arguments) -> null);

    SmtpSink(MailStore store, int port) {
        this.store = store;
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            keep(message);
            return nobody;
        });
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private synchronized void keep(MovingMessage message) throws MessagingException {
        if (stored.contains(message)) {
            return;
        }
        MimeMessage mail = message.getMessage();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            mail.writeTo(bytes);
            store.add(bytes.toByteArray());
            stored.add(message);
        } catch (IOException e) {
            throw new MessagingException("not stored", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
