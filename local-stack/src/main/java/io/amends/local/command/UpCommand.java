package io.amends.local.command;

import io.amends.local.process.StartRefused;
import io.amends.local.stack.Credentials;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackPart;
import io.amends.local.stack.StackPaths;
import io.amends.local.stack.StackPorts;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts everything on loopback and stays; Ctrl-C stops it, data is kept.")
public final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "<part>",
            description = "Start only these, for example kafka,postgres,mail to run services from an IDE.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws InterruptedException {
        StackPaths place = Checkout.place();
        StackPorts ports = StackPorts.from(System.getenv());
        Stack stack = Stack.start(place, ports, parts(), System.out);
        System.out.println(Welcome.text(ports, Credentials.in(place.credentials()), place, false));
        stack.await();
        return 0;
    }

    private List<StackPart> parts() {
        if (only.isEmpty()) {
            return List.of(StackPart.values());
        }
        for (String name : only) {
            if (Arrays.stream(StackPart.values()).noneMatch(part -> part.id().equals(name))) {
                throw new StartRefused("There is no part " + name + "; there are: "
                        + String.join(
                                ", ",
                                Arrays.stream(StackPart.values())
                                        .map(StackPart::id)
                                        .toList()));
            }
        }
        return Arrays.stream(StackPart.values())
                .filter(part -> only.contains(part.id()))
                .toList();
    }
}
