package io.amends.local.mail;

import io.amends.local.process.ParentWatch;
import io.amends.local.process.Quiet;
import io.amends.local.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;

/**
 * Takes mail by SMTP and shows it: a page, and the common part of Mailpit's API. Text messages and webhook posts have
 * their sinks beside it. As a process: {@code <folder> <smtp port> <http port>}.
 */
public final class MailSink implements AutoCloseable {
    private static final int KEPT = 2_000;

    private final SmtpSink smtp;
    private final WebServer web;

    /** @param smtpPort and {@code httpPort} on loopback; 0 takes a free one */
    public MailSink(Path folder, int smtpPort, int httpPort) {
        Clock clock = Clock.systemUTC();
        MailStore store = new MailStore(folder.resolve("messages"), KEPT, clock);
        web = new WebServer(httpPort);
        new MailApi(store).addTo(web);
        new Sinks(folder, clock).addTo(web);
        smtp = new SmtpSink(store, smtpPort);
        web.start();
    }

    public int smtpPort() {
        return smtp.port();
    }

    public int httpPort() {
        return web.port();
    }

    @Override
    public void close() {
        smtp.close();
        web.close();
    }

    public static void main(String[] arguments) {
        ParentWatch.begin();
        Quiet.libraries(Level.SEVERE);
        MailSink sink =
                new MailSink(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(sink::close));
        System.out.println("ready " + sink.httpPort());
    }
}
