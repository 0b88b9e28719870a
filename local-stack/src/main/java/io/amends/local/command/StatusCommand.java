package io.amends.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.stack.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "What runs and is ready; fails unless all is.")
public final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Status status = Status.of(Checkout.place(), System.getenv());
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(status));
        } else {
            print(status);
        }
        return status.ready() ? 0 : 1;
    }

    private static void print(Status status) {
        if (status.services().stream().allMatch(line -> line.pid() == null)) {
            System.out.println("Amends does not run: start it with ./amends up");
            return;
        }
        System.out.printf("%-16s %6s  %-9s %s%n", "part", "port", "state", "pid");
        for (Status.ServiceStatus line : status.services()) {
            Long pid = line.pid();
            String state = line.ready() ? "ready" : pid == null ? "down" : "starting";
            System.out.printf("%-16s %6d  %-9s %s%n", line.name(), line.port(), state, pid == null ? "" : pid);
        }
    }
}
