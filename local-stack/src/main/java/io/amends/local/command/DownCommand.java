package io.amends.local.command;

import io.amends.local.stack.Running;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops a running up and waits until it has stopped; data is kept.")
public final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Override
    public Integer call() {
        if (Running.stop(Checkout.place(), PATIENCE)) {
            System.out.println("Stopped; data is kept.");
        } else {
            System.out.println("Amends does not run.");
        }
        return 0;
    }
}
