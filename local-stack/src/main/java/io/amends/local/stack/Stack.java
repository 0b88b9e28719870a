package io.amends.local.stack;

import io.amends.local.process.OwnerOnly;
import java.io.PrintStream;
import java.util.List;

/** A started stack with its lock; stops in order when closed, and on SIGINT and SIGTERM. */
public final class Stack implements AutoCloseable {
    private final UpLock lock;
    private final Supervisor supervisor;

    private Stack(UpLock lock, Supervisor supervisor) {
        this.lock = lock;
        this.supervisor = supervisor;
    }

    /** @throws io.amends.local.process.StartRefused saying what to do; what had started is stopped then */
    public static Stack start(StackPaths place, StackPorts ports, List<StackPart> parts, PrintStream out) {
        UpLock lock = UpLock.take(place);
        Preflight.check(place, ports, parts);
        OwnerOnly.mend(place.data());
        Credentials credentials = Credentials.in(place.credentials());
        Supervisor supervisor = new Supervisor(place, ports, credentials, parts, out);
        Stack stack = new Stack(lock, supervisor);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.stopAndEnd(out), "stop"));
        out.println("Starting Amends, data in " + place.data());
        try {
            supervisor.start();
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /** Blocks until it has been stopped. */
    public void await() throws InterruptedException {
        supervisor.await();
    }

    // Ctrl-C is how a good run ends: the exit code says so, unless the start had failed.
    private void stopAndEnd(PrintStream out) {
        boolean asked = supervisor.isStarted() && !supervisor.isStopped();
        if (asked) {
            out.println("\nStopping; data is kept.");
        }
        close();
        if (asked) {
            out.println("Stopped.");
            out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    @Override
    public void close() {
        supervisor.stop();
        lock.close();
    }
}
